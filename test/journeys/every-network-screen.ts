import type { Page } from 'playwright-core';
import { pictureFor } from '../../apps/sandbox/src/start-sandbox.ts';
import { connectAccounts, LARKSPUR_PAGE } from '../fixtures/networks.ts';
import { connectSalesforce } from '../fixtures/salesforce.ts';
import type { World } from '../fixtures/world.ts';

/** As `PAGES` of `every-screen.ts`, for X, Facebook and Salesforce. */
export const NETWORK_PAGES: [path: string, ready: RegExp][] = [
  ['/admin/social-accounts/1', /A page of .* on Facebook/],
  ['/admin/social-accounts/2', /An account of .* on X/],
  ['/admin/social-accounts?outcome=denied', /did not agree/],
  ['/cases/inbox/3', /The beans came ground/],
  ['/cases/inbox/4', /Is it organic/],
  ['/cases/inbox/5', /See the leak/],
  ['/cases/inbox/6', /wakes the dog/],
  ['/admin/salesforce?tab=chatter', /Post when the status/],
];

/** As `STATES` of `every-screen.ts`. */
export const NETWORK_STATES: [name: string, path: string, prepare: (page: Page) => Promise<void>][] = [
  ['the dialog to connect pages', '/admin/social-accounts', beginToConnect],
  ['what was said around a comment', '/cases/inbox/4', lookAround],
  ['an answer in Messenger', '/cases/inbox/5', (page) => answer(page, 'We send a seal.', /Can be answered for/)],
  ['an answer that is too long for X', '/cases/inbox/6', (page) => answer(page, 'so '.repeat(120), /characters over/)],
  ['what can be done with a post', '/cases/inbox/6', openMenu],
];

async function beginToConnect(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Connect Facebook pages' }).click();
  await page.getByRole('dialog', { name: 'Connect Facebook pages' }).waitFor();
}

async function lookAround(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'What was said around it' }).click();
  await page.getByText('Our new roast').first().waitFor();
}

async function answer(page: Page, text: string, then: RegExp): Promise<void> {
  const sheet = page.getByRole('textbox', { name: 'Your reply' });
  await sheet.click();
  await page.getByText('From', { exact: true }).waitFor();
  await sheet.fill(text);
  await page.getByText(then).first().waitFor();
}

async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'What to do with this message' }).first().click();
  await page.getByRole('menu').waitFor();
}

/** A case of each kind, from a page and an account, and an organisation that is connected; comes after `furnish`, whose ids stay. */
export async function furnishNetworks({ desk, sandbox }: World): Promise<void> {
  const world = { desk, outside: sandbox };
  await connectAccounts(world, 'facebook', { as: 'noor' });
  await connectAccounts(world, 'x', { as: 'larkspurcoffee' });
  const { play } = sandbox.facebook;
  play.post({ as: 'ana', page: LARKSPUR_PAGE, message: 'The beans came ground.' });
  await desk.drain();
  const roast = play.post({ as: 'page', page: LARKSPUR_PAGE, message: 'Our new roast is here.' });
  play.comment({ as: 'maya', on: roast.id, message: 'Is it organic?' });
  await desk.drain();
  const photo = { fileName: 'leak.png', contentType: 'image/png', base64: pictureFor('leak').toString('base64') };
  play.message({ as: 'jonas', page: LARKSPUR_PAGE, text: 'See the leak.', attachments: [photo] });
  await desk.drain();
  sandbox.x.act({ kind: 'post', as: 'thebeanpost', text: '@larkspurcoffee your mill wakes the dog. Normal? #coffee' });
  await desk.drain();
  await connectSalesforce({ desk, org: sandbox.salesforce });
}

import type { Page } from 'playwright-core';
import { keepInStep } from '../fixtures/salesforce-in-step.ts';
import type { World } from '../fixtures/world.ts';

const path = '/admin/salesforce';
const besideACase = '/cases/inbox/7';

/** As `PAGES` of `every-screen.ts`, for Salesforce. */
export const SALESFORCE_PAGES: [path: string, ready: RegExp][] = [
  [path, /What the organisation must have/],
  [`${path}/case`, /Standard fields|Fields/],
  [`${path}/customer`, /Standard fields|Fields/],
  [`${path}?tab=conflicts`, /Seal of the lobby machine/],
  [`${path}?tab=problems`, /why it is urgent/],
  [`${path}?tab=history`, /Kept for/],
  [`${path}?tab=pane`, /Opportunities/],
  [`${path}?tab=chatter`, /Post when the status/],
];

/** As `STATES` of `every-screen.ts`. */
export const SALESFORCE_STATES: [name: string, path: string, prepare: (page: Page) => Promise<void>][] = [
  ['the records of a failure', `${path}?tab=problems`, openReason],
  ['a section of the pane', `${path}?tab=pane`, openSection],
  ['another value for a conflict', `${path}?tab=conflicts`, writeAnother],
  ['the pairing of two fields', `${path}/case`, pair],
  ['where values came from', besideACase, openOrigins],
  ['the look at two records before they are joined again', besideACase, linkAgain],
];

async function openReason(page: Page): Promise<void> {
  await page.getByRole('button', { name: /why it is urgent/ }).click();
  await page.getByRole('button', { name: 'All reasons' }).waitFor();
}

async function openSection(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Opportunities' }).click();
  await page.getByRole('dialog').waitFor();
}

async function writeAnother(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Write another…' }).click();
  await page.getByRole('textbox', { name: 'Another value for Subject' }).waitFor();
}

async function pair(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pair fields' }).click();
  await page.getByRole('dialog').waitFor();
}

async function openOrigins(page: Page): Promise<void> {
  await page.getByText('Where values came from').click();
  await page
    .getByText(/from the desk/)
    .first()
    .waitFor();
}

async function linkAgain(page: Page): Promise<void> {
  const choose = async (name: string) => {
    await page.getByRole('button', { name: 'What can be done with the link' }).click();
    await page.getByRole('menuitem', { name }).click();
  };
  await choose('Take apart');
  await page.getByText('Taken apart').waitFor();
  await choose('Link again…');
  await page.getByRole('dialog', { name: 'Link the two again?' }).waitFor();
}

/** Two linked cases, a conflict and a failure; comes after `furnishNetworks`, whose ids stay. */
export function furnishSalesforce({ desk, sandbox }: World): Promise<void> {
  return keepInStep({ url: desk.url, person: desk.administrator, sandboxUrl: sandbox.url });
}

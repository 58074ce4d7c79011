import { integrationUrlsApi, type CreateIntegrationUrl, type IntegrationUrl } from '@bureau/contracts';
import type { Page } from 'playwright-core';
import type { z } from 'zod';
import type { ApiClient } from '../fixtures/api-client.ts';
import { caseAt, type Find } from './find.ts';
import type { Scene } from './scene.ts';

const path = '/admin/integration-urls';

/** What stands beside cases of other programs: its list, one of it, and the pane. */
export function besideCases(): Scene[] {
  return [
    { name: 'Integration URLs: none yet', path, stage: 'empty' },
    { name: 'Integration URLs', path: theList },
    { name: 'Integration URLs in German', path: theList, language: 'de' },
    { name: 'A new integration URL', path: `${path}/new`, prepare: writeAddress },
    { name: 'An integration app', path: theApp },
    { name: 'An integration app, in German', path: theApp, language: 'de' },
    { name: 'An integration app: its secret', path: theApp, prepare: makeSecret },
    { name: 'Integrations beside a case', path: theCase, prepare: showPane },
    { name: 'Integrations beside a case, in German', path: theCase, language: 'de', prepare: showPane },
  ];
}

const INTEGRATIONS: z.input<typeof CreateIntegrationUrl>[] = [
  {
    ...{ name: 'Orders of this customer', description: 'In the shop, the newest first' },
    markup: 'https://shop.example/admin/orders?email={{customer.email}}',
  },
  {
    ...{ name: 'Stock', kind: 'canvas', description: 'What is left in the warehouse', height: 200 },
    markup: 'https://stock.example/app?case={{case.id}}',
  },
  {
    ...{ name: 'The shop of their company', enabled: false },
    markup: 'https://shop.example/companies/{{company.name}}',
  },
];

/** Pages are photographed side by side: they are made once. */
let making: Promise<IntegrationUrl[]> | undefined;

async function make(desk: ApiClient): Promise<IntegrationUrl[]> {
  for (const body of INTEGRATIONS) await desk.call(integrationUrlsApi.create, { body });
  const { items } = await desk.call(integrationUrlsApi.list, {});
  return items;
}

const theList: Find = async (desk) => {
  await (making ??= make(desk));
  return path;
};

const theApp: Find = async (desk) => {
  const items = await (making ??= make(desk));
  return `${path}/${items.find(({ kind }) => kind === 'canvas')?.id}`;
};

const theCase: Find = async (desk) => {
  const integrationUrlId = Number((await theApp(desk)).split('/').at(-1));
  await desk.call(integrationUrlsApi.renewSecret, { params: { integrationUrlId } });
  return caseAt(3)(desk);
};

async function writeAddress(page: Page): Promise<void> {
  await page.locator('textarea').fill('https://shop.example/find?q={{customer.email}}&name={{customer.name}}');
  await page.locator('.integration-address').waitFor();
}

async function makeSecret(page: Page): Promise<void> {
  await page.getByRole('button', { name: /the secret$|a secret$/ }).click();
  const confirm = page.getByRole('alertdialog').getByRole('button', { name: 'Replace the secret' });
  const shown = page.getByText('Copy it now', { exact: false });
  await confirm.or(shown).first().waitFor();
  if (await confirm.isVisible()) await confirm.click();
  await shown.waitFor();
}

const APP = `<!doctype html><title>Stock</title><body style="margin: 16px; font: 14px sans-serif">
  <b>Larkspur Grinder M3</b><p>12 in Hamburg, 3 in Lyon</p><button>Reserve one</button>`;

/** The app answers from here; where the pane is a drawer, it is opened. */
async function showPane(page: Page): Promise<void> {
  await page.route('https://stock.example/**', (route) => route.fulfill({ contentType: 'text/html', body: APP }));
  await page.reload();
  const pane = page.locator('.integration-pane');
  const drawer = page.getByRole('button', { name: /^(?:Show the customer|Kunden zeigen)$/ });
  await pane.or(drawer).first().waitFor();
  if (!(await pane.isVisible())) await drawer.click();
  await pane.scrollIntoViewIfNeeded();
  await page.frameLocator('.integration-pane iframe').getByText('Reserve one').waitFor();
  await pane.scrollIntoViewIfNeeded();
}

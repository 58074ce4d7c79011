import { casesApi, salesforceConflictsApi, type SalesforceConnection } from '@bureau/contracts';
import type { Page } from 'playwright-core';
import { larkspur, setup } from '../../apps/agent-console/src/features/salesforce/salesforce.fixture.ts';
import type { Find } from './find.ts';
import type { Scene } from './scene.ts';

const path = '/admin/salesforce';

/** Desk Connect: the organisation and all that is set, what did not go across, and the pane beside a case. */
export function keptInStep(): Scene[] {
  return [
    { name: 'Salesforce: not connected', path, stage: 'empty' },
    { name: 'Salesforce: not connected, in German', path, stage: 'empty', language: 'de' },
    { name: 'Salesforce: nobody agreed', path: `${path}?outcome=denied`, stage: 'empty' },
    { name: 'Salesforce: connected', path },
    { name: 'Salesforce: connected, in German', path, language: 'de' },
    { name: 'Salesforce: disconnecting', path, prepare: disconnect },
    {
      name: 'Salesforce: somebody must sign in again',
      path,
      prepare: isIn({ state: 'reconnect', stateReason: TAKEN_BACK }),
    },
    { name: 'Salesforce: it does not answer', path, prepare: isIn({ state: 'trouble', stateReason: SILENT }) },
    { name: 'Salesforce: paused', path, prepare: isIn({ state: 'paused' }) },
    { name: 'Salesforce: cannot be loaded', path, prepare: fails },
    { name: 'Salesforce: not for agents', path, as: 'agent' },
    { name: 'Salesforce: how cases are kept in step', path: `${path}/case` },
    { name: 'Salesforce: how customers are, in German', path: `${path}/customer`, language: 'de' },
    { name: 'Salesforce: pairing fields', path: `${path}/case`, prepare: pair },
    { name: 'Salesforce: conflicts', path: `${path}?tab=conflicts` },
    { name: 'Salesforce: conflicts in German', path: `${path}?tab=conflicts`, language: 'de' },
    { name: 'Salesforce: failures', path: `${path}?tab=problems` },
    { name: 'Salesforce: records of a failure', path: `${path}?tab=problems`, prepare: openReason },
    { name: 'Salesforce: history', path: `${path}?tab=history` },
    { name: 'Salesforce: history in German', path: `${path}?tab=history`, language: 'de' },
    { name: 'Salesforce: what the pane shows', path: `${path}?tab=pane` },
    { name: 'Salesforce: a section of the pane', path: `${path}?tab=pane`, prepare: openSection },
    { name: 'Salesforce: Chatter', path: `${path}?tab=chatter` },
    { name: 'Salesforce: Chatter in German', path: `${path}?tab=chatter`, language: 'de' },
    { name: 'Salesforce: beside a case', path: disputedCase },
    { name: 'Salesforce: beside a customer', path: customerOfDisputed },
    {
      name: 'Salesforce: beside a customer, in German',
      path: customerOfDisputed,
      language: 'de',
      prepare: openOrigins,
    },
    { name: 'Salesforce: beside a case, with the origin of its values', path: disputedCase, prepare: openOrigins },
    { name: 'Salesforce: beside a case, in German', path: disputedCase, language: 'de', prepare: openOrigins },
  ];
}

/** The case that both sides changed. */
const disputedCase: Find = async (desk) => {
  const { items } = await desk.call(salesforceConflictsApi.list, { query: { object: 'case' } });
  if (!items[0]) throw new Error('Nothing was changed on both sides.');
  return `/cases/inbox/${items[0].record.deskId}`;
};

const customerOfDisputed: Find = async (desk) => {
  const caseId = Number((await disputedCase(desk)).split('/').at(-1));
  const { customer } = await desk.call(casesApi.get, { params: { caseId } });
  return `/customers/${customer.id}`;
};

const TAKEN_BACK =
  'Salesforce does not let the desk in any more (expired access/refresh token). Connect the organisation again; what changes meanwhile goes across then.';
const SILENT = 'Salesforce did not answer (HTTP 503). The desk tries again by itself.';
const CONNECTION = '**/api/v3/salesforce/connection';

/** As if the organisation were in another state: the desk is looked at by all scenes at once. */
function isIn(state: Partial<SalesforceConnection>) {
  return async (page: Page) => {
    const connection = { ...larkspur, enabled: true, ...state };
    await page.route(CONNECTION, (route) => route.fulfill({ json: { ...setup, connection } }));
    await page.reload();
    await page.getByText('Larkspur Coffee').first().waitFor();
  };
}

async function fails(page: Page): Promise<void> {
  await page.route(CONNECTION, (route) =>
    route.fulfill({ status: 500, json: { title: 'Something broke', status: 500 } }),
  );
  await page.reload();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
}

async function disconnect(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More about the connection' }).click();
  await page.getByRole('menuitem', { name: 'Disconnect…' }).click();
  await page.getByRole('alertdialog').waitFor();
}

async function pair(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Pair fields' }).click();
  await page.getByRole('dialog').waitFor();
}

async function openReason(page: Page): Promise<void> {
  await page.getByRole('button', { name: /why it is urgent/ }).click();
  await page.getByRole('button', { name: 'All reasons' }).waitFor();
}

async function openSection(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Opportunities' }).click();
  await page.getByRole('dialog').waitFor();
}

async function openOrigins(page: Page): Promise<void> {
  const origins = page.getByText(/^(Where values came from|Woher die Werte kamen)$/);
  await origins.waitFor();
  await origins.click();
}

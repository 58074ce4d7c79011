import { salesforceConflictsApi } from '@bureau/contracts';
import type { Page } from 'playwright-core';
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
    { name: 'Salesforce: beside a case', path: disputedCase },
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
  if (await origins.isVisible()) await origins.click();
}

import {
  casesApi,
  customFieldsApi,
  notesApi,
  salesforceLinksApi,
  salesforceLogApi,
  salesforceMappingsApi,
} from '@bureau/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../test/fixtures/salesforce.ts';

/** Longer than anything that failed is left alone: calls that are used up are asked for again after a quarter of an hour. */
const RETRIED_MS = 16 * 60_000;
const DATA = '/services/data/*';

let world: DeskAndSalesforce;
beforeAll(async () => {
  world = await startDeskAndSalesforce({ salesforce: { withRecords: false } });
  await connectSalesforce(world, { enable: true });
  await world.poll();
});
afterEach(() => {
  world.org.clearFaults();
  world.org.clearFailures();
});
afterAll(() => world.close());

const admin = () => world.desk.as(world.desk.administrator);
const there = (caseId: number) => world.org.records('Case').filter((row) => row['Desk_Id__c'] === String(caseId));

let people = 0;
async function openCase(subject = 'It leaks') {
  people += 1;
  const customer = { address: `ida${people}@moss.example`, name: `Ida Moss${people}` };
  return (await admin().call(casesApi.open, { body: { subject, text: 'It drips.', customer } })).id;
}

async function twoCases() {
  const ids = [await openCase(), await openCase()] as const;
  await world.push();
  return ids;
}

const update = (caseId: number, body: object) => admin().call(casesApi.update, { params: { caseId }, body });
const stateOf = (deskId: number) => admin().call(salesforceLinksApi.get, { params: { object: 'case', deskId } });

/** What was sent of a case, by the log. */
async function sent(deskId: number) {
  const { items } = await admin().call(salesforceLogApi.list, { query: { object: 'case', deskId } });
  return items.filter(({ direction, action }) => direction === 'to_salesforce' && action === 'updated').length;
}

/** Everything is as if nothing had happened, and stays so. */
async function expectInStep(ids: readonly number[], subject: string) {
  for (const id of ids) {
    expect(there(id)).toMatchObject([{ Subject: subject }]);
    expect(await stateOf(id)).toMatchObject({ state: 'ok', waiting: false, problem: null });
    expect(await sent(id)).toBe(1);
  }
  const rows = ids.flatMap(there);
  await world.poll();
  expect(ids.flatMap(there)).toEqual(rows);
}

type Fault = [name: string, begins: (org: DeskAndSalesforce['org'], ids: readonly number[]) => () => void];

const answered = (org: DeskAndSalesforce['org'], effect: Parameters<typeof org.fault>[0]['effect'], times?: number) => {
  org.fault({ path: DATA, after: 1, effect, ...(times && { times }) });
  return () => org.clearFaults();
};

const FAULTS: Fault[] = [
  [
    'the session ends in mid-batch',
    (org) => {
      org.fail({ code: 'INVALID_SESSION_ID', after: 1 });
      return () => org.clearFailures();
    },
  ],
  [
    'no calls are left for the day',
    (org) => {
      org.fail({ code: 'REQUEST_LIMIT_EXCEEDED', times: null });
      return () => org.clearFailures();
    },
  ],
  ['somebody else holds the rows', (org, ids) => org.lock(ids.map((id) => String(there(id)[0]?.['Id'])))],
  ['Salesforce is away', (org) => answered(org, { kind: 'answer', status: 503, body: [] })],
  ['a proxy answers with a page', (org) => answered(org, { kind: 'html' })],
  ['half an answer comes', (org) => answered(org, { kind: 'malformed' }, 2)],
  [
    'the answers of writes are lost',
    (org) => {
      for (const method of ['PATCH', 'POST'] as const) {
        org.fault({ method, path: DATA, times: 2, effect: { kind: 'lose-answer' } });
      }
      return () => org.clearFaults();
    },
  ],
  ['the line breaks', (org) => answered(org, { kind: 'drop' }, 3)],
];

describe.each(FAULTS)('When %s', (_name, begins) => {
  it('what is edited meanwhile arrives once, and nobody plays ping-pong', async () => {
    const ids = await twoCases();
    const ends = begins(world.org, ids);
    for (const id of ids) await update(id, { subject: 'It floods' });
    await world.push();
    ends();
    world.passes(RETRIED_MS);
    await world.push();

    await expectInStep(ids, 'It floods');
  });

  it('what is opened meanwhile is made once', async () => {
    const [known] = await twoCases();
    const ends = begins(world.org, [known]);
    const id = await openCase('New meanwhile');
    await world.push();
    ends();
    world.passes(RETRIED_MS);
    await world.push();

    expect(there(id)).toMatchObject([{ Subject: 'New meanwhile' }]);
    expect(await stateOf(id)).toMatchObject({ state: 'ok', waiting: false, problem: null });
  });
});

describe('One record of many that Salesforce refuses', () => {
  it('is in the failure log with its reason, and the others go', async () => {
    const [refused, taken] = await twoCases();
    const heal = world.org.validationRule({ object: 'Case', when: `Desk_Id__c = '${refused}'`, message: 'Not this.' });
    for (const id of [refused, taken]) await update(id, { subject: 'It floods' });
    await world.push();

    expect(there(taken)).toMatchObject([{ Subject: 'It floods' }]);
    expect(there(refused)).toMatchObject([{ Subject: 'It leaks' }]);
    const { items } = await admin().call(salesforceLinksApi.problems, { query: {} });
    expect(items).toMatchObject([{ record: { deskId: refused }, problem: { message: 'Not this.' }, retryAt: null }]);

    heal();
    await admin().call(salesforceLinksApi.retry, { body: {} });
    await world.push();
    await expectInStep([refused, taken], 'It floods');
  });

  it('beneath a case does not hold back what else is beneath it', async () => {
    const [id] = await twoCases();
    world.org.fail({ code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', operation: 'create', object: 'CaseComment' });
    for (const text of ['The first.', 'The second.']) {
      await admin().call(notesApi.add, { params: { caseId: id }, body: { text } });
    }
    await world.push();

    const comments = world.org.records('CaseComment').filter((row) => row['ParentId'] === there(id)[0]?.['Id']);
    expect(comments).toMatchObject([{ CommentBody: expect.stringContaining('The second.') }]);
  });
});

it('A field that is removed there rests, the others go on, and it goes when it is back', async () => {
  await admin().call(customFieldsApi.create, { body: { owner: 'case', label: 'Serial', type: 'text', choices: [] } });
  const body = { object: 'case' as const, deskField: 'custom.serial', salesforceField: 'Machine_Serial__c' };
  await admin().call(salesforceMappingsApi.create, { body });
  const [id] = await twoCases();
  const back = world.org.removeField({ object: 'Case', field: 'Machine_Serial__c' });
  await update(id, { subject: 'It floods', customFields: { serial: 'K-7' } });
  await world.push();
  expect(there(id)).toMatchObject([{ Subject: 'It floods' }]);

  back();
  world.passes(RETRIED_MS);
  await update(id, { priority: 9 });
  await world.push();
  expect(there(id)).toMatchObject([{ Subject: 'It floods', Priority: 'High', Machine_Serial__c: 'K-7' }]);
});

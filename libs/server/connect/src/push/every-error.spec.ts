import { casesApi, salesforceLinksApi } from '@bureau/contracts';
import { JobWorkers } from '@bureau/platform';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../../test/fixtures/salesforce.ts';
import { PushRecord } from './push-record.ts';
import { PushWaiting } from './push-waiting.ts';

let world: DeskAndSalesforce;
const cases: number[] = [];
const ROWS = 36;

/** One linked case for each row of the tables below; from then on the desk asks and sends nothing by itself. */
beforeAll(async () => {
  world = await startDeskAndSalesforce({ salesforce: { withRecords: false } });
  await connectSalesforce(world, { enable: true });
  const customer = { address: 'pim@fern.example', name: 'Pim Fern' };
  for (let count = 0; count < ROWS; count++) {
    const { id } = await admin().call(casesApi.open, { body: { subject: 'It ticks', text: 'Loudly.', customer } });
    cases.push(id);
  }
  await world.desk.drain();
  await world.desk.running.get(PushWaiting).run();
  await world.desk.running.get(JobWorkers).stop();
  world.passes(10_000);
}, 120_000);
afterAll(() => world.close());
beforeEach(() => {
  world.org.clearFailures();
  world.org.clearFaults();
});

const admin = () => world.desk.as(world.desk.administrator);
const there = (caseId: number) => world.org.records('Case').find((row) => row['Desk_Id__c'] === String(caseId));
const state = (deskId: number) => admin().call(salesforceLinksApi.get, { params: { object: 'case', deskId } });

/** Edits a case of its own, and tries once. */
async function tryOnce(attempts = 0) {
  const id = cases.pop();
  if (id === undefined) throw new Error('There are more rows than cases.');
  await world.desk.sql.run('UPDATE cases SET subject = $2, priority = 9 WHERE id = $1', [id, `It ticks ${id}`]);
  const end = await world.desk.running.get(PushRecord).run('case', id, attempts);
  return { id, end };
}

const update = (code: string, more: { fields?: string[]; status?: number } = {}) =>
  world.org.fail({ code, operation: 'update', object: 'Case', ...more });
const patches = (effect: Parameters<DeskAndSalesforce['org']['fault']>[0]['effect']) =>
  world.org.fault({ method: 'PATCH', path: '/services/data/*/sobjects/Case/*', times: 1, effect });

describe('what goes by itself is tried again', () => {
  it.each([
    ['UNABLE_TO_LOCK_ROW', () => update('UNABLE_TO_LOCK_ROW')],
    ['QUERY_TIMEOUT', () => world.org.fail({ code: 'QUERY_TIMEOUT', operation: 'query', object: 'Case' })],
    ['SERVER_UNAVAILABLE', () => world.org.fail({ code: 'SERVER_UNAVAILABLE', status: 503 })],
    ['UNKNOWN_EXCEPTION', () => world.org.fail({ code: 'UNKNOWN_EXCEPTION', status: 500 })],
    ['ERROR_HTTP_503', () => patches({ kind: 'html', status: 503 })],
    ['ECONNRESET', () => patches({ kind: 'drop' })],
    ['REQUEST_RUNNING_TOO_LONG', () => world.org.fail({ code: 'REQUEST_RUNNING_TOO_LONG' })],
    ['CONCURRENT_REQUEST_LIMIT_EXCEEDED', () => world.org.fail({ code: 'CONCURRENT_REQUEST_LIMIT_EXCEEDED' })],
    ['ALL_OR_NONE_OPERATION_ROLLED_BACK', () => update('ALL_OR_NONE_OPERATION_ROLLED_BACK')],
    [
      'INVALID_QUERY_LOCATOR',
      () => world.org.fail({ code: 'INVALID_QUERY_LOCATOR', operation: 'query', object: 'Case' }),
    ],
  ])('%s', async (_, provoke) => {
    provoke();
    const { id, end } = await tryOnce();
    expect(end).toMatchObject({ end: 'later', failed: true });
    expect(await world.desk.running.get(PushRecord).run('case', id, 1)).toEqual({ end: 'done' });
    expect(there(id)).toMatchObject({ Subject: `It ticks ${id}`, Priority: 'High' });
  });

  it('and is for a person after eight times', async () => {
    update('UNABLE_TO_LOCK_ROW');
    expect((await tryOnce(7)).end).toMatchObject({ end: 'dead', problem: { kind: 'transient' } });
  });
});

describe('what needs no second try goes on at once', () => {
  it.each([
    ['INVALID_SESSION_ID', () => world.org.fail({ code: 'INVALID_SESSION_ID', status: 401 })],
    ['ERROR_HTTP_412', () => patches({ kind: 'answer', status: 412, headers: {}, body: '' })],
  ])('%s', async (_, provoke) => {
    provoke();
    const { id, end } = await tryOnce();
    expect(end).toEqual({ end: 'done' });
    expect(there(id)).toMatchObject({ Subject: `It ticks ${id}` });
  });
});

describe('what the whole organisation cannot do waits', () => {
  it.each([
    ['REQUEST_LIMIT_EXCEEDED', 15, 'budget', () => world.org.fail({ code: 'REQUEST_LIMIT_EXCEEDED', status: 403 })],
    ['API_DISABLED_FOR_ORG', 15, 'config', () => world.org.fail({ code: 'API_DISABLED_FOR_ORG', status: 403 })],
    ['STORAGE_LIMIT_EXCEEDED', 60, 'storage', () => update('STORAGE_LIMIT_EXCEEDED')],
  ] as const)('%s, for %i minutes', async (code, minutes, kind, provoke) => {
    provoke();
    const { end } = await tryOnce();
    expect(end).toMatchObject({ end: 'later', ms: minutes * 60_000, failed: false, problem: { code, kind } });
  });
});

describe('a value that is not taken rests, and the rest goes on', () => {
  it.each([
    ...['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'STRING_TOO_LONG', 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
    ...['REQUIRED_FIELD_MISSING', 'INVALID_EMAIL_ADDRESS', 'NUMBER_OUTSIDE_VALID_RANGE', 'FIELD_INTEGRITY_EXCEPTION'],
    // Configuration that names a field: the object is described anew, and what is there rests with the record.
    ...['INVALID_FIELD', 'INVALID_FIELD_FOR_INSERT_UPDATE', 'INSUFFICIENT_ACCESS_OR_READONLY'],
    ...['INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY'],
  ])('%s', async (code) => {
    world.org.fail({
      ...{ code, operation: 'update', object: 'Case', fields: ['Subject'], withField: 'Subject', times: null },
    });
    const { id, end } = await tryOnce();
    expect(end).toEqual({ end: 'done' });
    expect(there(id)).toMatchObject({ Subject: 'It ticks', Priority: 'High' });
    expect((await state(id)).fields.find(({ field }) => field === 'subject')).toMatchObject({ problem: { code } });
  });
});

describe('what only a person can put right is in the list of problems', () => {
  it.each([
    ['JSON_PARSER_ERROR', 'data', () => update('JSON_PARSER_ERROR')],
    ['CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', 'data', () => update('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY')],
    ['MULTIPLE_CHOICES', 'data', () => patches({ kind: 'answer', status: 300, headers: {}, body: ['/a', '/b'] })],
    ['CANNOT_EXECUTE_FLOW_TRIGGER', 'config', () => update('CANNOT_EXECUTE_FLOW_TRIGGER')],
    ['DUPLICATES_DETECTED', 'duplicate', () => update('DUPLICATES_DETECTED')],
    ['DUPLICATE_VALUE', 'ours', () => update('DUPLICATE_VALUE')],
  ])('%s', async (code, kind, provoke) => {
    provoke();
    const { id, end } = await tryOnce();
    expect(end).toMatchObject({ end: 'dead', problem: { code, kind } });
    expect(await state(id)).toMatchObject({ state: 'error', problem: { code } });
  });
});

describe('what is gone leaves a tombstone', () => {
  it.each(['ENTITY_IS_DELETED', 'NOT_FOUND', 'INVALID_CROSS_REFERENCE_KEY'])('%s', async (code) => {
    update(code, { status: code === 'NOT_FOUND' ? 404 : 400 });
    const { id, end } = await tryOnce();
    expect(end).toEqual({ end: 'done' });
    expect(await state(id)).toMatchObject({ state: 'tombstone_salesforce' });
  });
});

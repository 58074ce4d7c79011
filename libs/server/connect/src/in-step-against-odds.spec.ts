import { casesApi, customersApi, salesforceLinksApi, salesforceSettingsApi } from '@bureau/contracts';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fillDisk } from '../../../../test/fixtures/full-disk.ts';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../test/fixtures/salesforce.ts';
import { LinkRepository } from './link/link.repository.ts';
import { readSalesforce } from './link/read-salesforce.ts';
import { SyncFrames } from './link/sync-frames.ts';
import { PullRow } from './pull/pull-row.ts';
import { PullSalesforce } from './pull/pull-salesforce.ts';
import { PushRecord } from './push/push-record.ts';

let world: DeskAndSalesforce;
beforeAll(async () => {
  world = await startDeskAndSalesforce({ salesforce: { withRecords: false } });
  await connectSalesforce(world, { enable: true });
  await world.poll();
});
afterAll(() => world.close());

const admin = () => world.desk.as(world.desk.administrator);

const poll = () => world.poll();
const push = () => world.push();

let people = 0;
async function openCase(subject: string) {
  people += 1;
  const customer = { address: `rosa${people}@fern.example`, name: `Rosa Fern${people}` };
  const { id } = await admin().call(casesApi.open, { body: { subject, text: 'It hisses.', customer } });
  return { id, customer };
}

async function aCase(subject = 'The boiler hisses') {
  const opened = await openCase(subject);
  await push();
  return opened;
}

const there = (type: string, field: string, value: string) =>
  world.org.records(type).filter((row) => row[field] === value);
const rowOf = (caseId: number) => String(there('Case', 'Desk_Id__c', String(caseId))[0]?.['Id']);
const contactOf = (address: string) => String(there('Contact', 'Email', address)[0]?.['Id']);
const of = (object: 'case' | 'customer', deskId: number) => ({ params: { object, deskId } });
const state = (object: 'case' | 'customer', deskId: number) => admin().call(salesforceLinksApi.get, of(object, deskId));
const customerOf = async (caseId: number) => (await admin().call(casesApi.get, { params: { caseId } })).customer.id;

describe('what Salesforce made, and did not say so', () => {
  it('is for a person when another case has been linked to it meanwhile', async () => {
    const other = await aCase('The other one');
    world.org.fault({
      path: '/services/data/*/sobjects/Case',
      method: 'POST',
      times: 1,
      effect: { kind: 'lose-answer' },
    });
    // Until the other one is linked, nobody can look for it.
    world.org.fault({ path: '/services/data/*/queryAll', effect: { kind: 'drop' } });
    const { id } = await openCase('Made without an answer');
    await vi.waitFor(() => expect(there('Case', 'Desk_Id__c', String(id))).toHaveLength(1), 10_000);
    await admin().call(salesforceLinksApi.link, { ...of('case', other.id), body: { salesforceId: rowOf(id) } });
    world.org.clearFaults();

    const push = world.desk.running.get(PushRecord);
    expect(await push.run('case', id, 1)).toMatchObject({ end: 'dead', problem: { code: 'found-linked-elsewhere' } });
    expect(await state('case', id)).toMatchObject({ state: 'error', problem: { code: 'found-linked-elsewhere' } });
  });
});

describe('a row of Salesforce', () => {
  it('waits for whoever is writing the case at that very moment, and keeps a conflict of the two', async () => {
    const { id } = await aCase();
    world.org.as().edit(rowOf(id), { Subject: 'Theirs' });
    const user = new Client({ connectionString: world.desk.database.url });
    await user.connect();
    try {
      await user.query('BEGIN');
      await user.query('SELECT FROM cases WHERE id = $1 FOR UPDATE', [id]);
      await user.query(`UPDATE cases SET subject = 'Ours' WHERE id = $1`, [id]);
      world.passes(10_000);
      const pulled = world.desk.running.get(PullSalesforce).run();
      await vi.waitFor(async () => expect(await waitingForLocks()).toBeGreaterThan(0), 5_000);
      await user.query('COMMIT');
      await pulled;
    } finally {
      await user.end();
    }
    const conflicts = await world.desk.sql.rows(
      `SELECT field, desk_value AS desk FROM salesforce_conflicts WHERE object = 'case' AND desk_id = $1`,
      [id],
    );
    expect(conflicts).toEqual([{ field: 'subject', desk: 'Ours' }]);
  });

  it('is taken with the next poll when the database had no room for it', async () => {
    const { id } = await aCase();
    world.org.as().edit(rowOf(id), { Subject: 'Theirs' });
    const makeRoom = await fillDisk(world.desk.sql, { before: 'UPDATE', table: 'cases' });
    await expect(poll()).rejects.toThrow('No space left');
    await makeRoom();
    await poll();
    expect(await admin().call(casesApi.get, { params: { caseId: id } })).toMatchObject({ subject: 'Theirs' });
    expect(await state('case', id)).toMatchObject({ state: 'ok', problem: null });
  });

  it('does not bring back what was found deleted after it was read', async () => {
    const { id } = await aCase();
    const frame = await world.desk.running.get(SyncFrames).of('case');
    const readAt = await world.desk.running.get(LinkRepository).now();
    const read = await readSalesforce(frame, rowOf(id), readAt);
    world.org.as(world.org.users.admin).delete(rowOf(id));
    await admin().call(casesApi.update, { params: { caseId: id }, body: { subject: 'Still hissing' } });
    await push();
    expect(await state('case', id)).toMatchObject({ state: 'tombstone_salesforce' });

    if (!read) throw new Error('It was not read.');
    await world.desk.running.get(PullRow).run({ frame, row: read.row, raw: {} });
    expect(await state('case', id)).toMatchObject({ state: 'tombstone_salesforce' });
  });

  it('that was merged into another linked one tells a person to merge those of the desk', async () => {
    const [winner, loser] = [await aCase(), await aCase()];
    const administrator = world.org.as(world.org.users.admin);
    administrator.merge(contactOf(winner.customer.address), [contactOf(loser.customer.address)]);
    await poll();

    expect(await state('customer', await customerOf(loser.id))).toMatchObject({
      state: 'tombstone_salesforce',
      problem: { code: 'merged-into-linked', message: expect.stringContaining('merge those of the desk') },
    });
  });
});

describe('a field', () => {
  it('that points to what is not linked is taken as soon as that is', async () => {
    const { id, customer } = await aCase();
    const company = (direction: 'off' | 'both') =>
      admin().call(salesforceSettingsApi.update, { params: { object: 'company' }, body: { direction } });
    await company('off');
    const account = world.org.as().create('Account', { Name: 'Tidewater' });
    world.org.as().edit(contactOf(customer.address), { AccountId: account['Id'] ?? null });
    await poll();
    const customerId = await customerOf(id);
    const read = () => admin().call(customersApi.get, { params: { customerId } });
    expect((await read()).company).toBeNull();
    expect((await state('customer', customerId)).fields).toContainEqual(
      expect.objectContaining({ field: 'company', problem: expect.objectContaining({ code: 'record-not-linked' }) }),
    );

    await company('both');
    await poll();
    expect(await read()).toMatchObject({ company: { name: 'Tidewater' } });
    expect((await state('customer', customerId)).fields.filter(({ problem }) => problem)).toEqual([]);
  });

  it('that Salesforce refuses does not keep a case from being made there', async () => {
    const heal = world.org.fail({
      ...{ code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'No hissing.', fields: ['Description'], times: null },
      ...{ operation: 'create', object: 'Case', withField: 'Description' },
    });
    const { id } = await aCase('Made all the same');
    heal();
    const [row] = there('Case', 'Subject', 'Made all the same');
    expect(row).toMatchObject({ Desk_Id__c: String(id) });
    expect(row?.['Description'] ?? null).toBeNull();
    expect(await state('case', id)).toMatchObject({ state: 'ok' });
  });
});

async function waitingForLocks(): Promise<number> {
  const row = await world.desk.sql.row<{ count: number }>(
    `SELECT count(*)::int AS count FROM pg_stat_activity
     WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return row?.count ?? 0;
}

describe('a new customer whom Salesforce', () => {
  const wait = async (times: number) => {
    for (let count = 0; count < times; count++) {
      world.passes(10_000);
      await push();
    }
  };
  const refusals = async (deskId: number) =>
    (
      await world.desk.sql.rows(
        `SELECT FROM salesforce_log WHERE object = 'customer' AND desk_id = $1 AND action = 'failed'`,
        [deskId],
      )
    ).length;
  const problems = async (deskId: number) => {
    const { items } = await admin().call(salesforceLinksApi.problems, { query: { object: 'customer' } });
    return items.filter(({ record }) => record.deskId === deskId);
  };

  it('refuses is tried once for all cases that wait for her, stands under Failures, and takes them along when she is corrected', async () => {
    const heal = world.org.validationRule({
      object: 'Contact',
      when: `LastName = 'Nobody'`,
      message: 'Not this name.',
    });
    const customer = { address: 'nobody@fern.example', name: 'Rosa Nobody' };
    const open = (subject: string) => admin().call(casesApi.open, { body: { subject, text: 'It drips.', customer } });
    const cases = [await open('The first drip'), await open('The second drip')];
    const customerId = await customerOf(cases[0]!.id);
    await push();
    const asked = world.org.requests.since(0).length;
    await wait(10);
    expect(world.org.requests.since(0)).toHaveLength(asked);
    expect(await refusals(customerId)).toBe(1);
    expect(await problems(customerId)).toMatchObject([{ problem: { message: 'Not this name.' }, retryAt: null }]);

    heal();
    await admin().call(customersApi.update, { params: { customerId }, body: { title: 'Somebody' } });
    await push();
    for (const { id } of cases) expect(there('Case', 'Desk_Id__c', String(id))).toHaveLength(1);
    expect(await problems(customerId)).toEqual([]);
  });

  it('cannot take for a while is tried less and less often, then left to a person', async () => {
    const heal = world.org.fail({ code: 'UNABLE_TO_LOCK_ROW', operation: 'create', object: 'Contact', times: null });
    const { id } = await openCase('Nobody gets in');
    const customerId = await customerOf(id);
    await wait(60);
    const asked = world.org.requests.since(0).length;
    await wait(10);
    expect(world.org.requests.since(0)).toHaveLength(asked);
    expect(await problems(customerId)).toMatchObject([{ problem: { code: 'UNABLE_TO_LOCK_ROW' }, retryAt: null }]);

    heal();
    await admin().call(salesforceLinksApi.retry, { body: { object: 'customer', deskId: customerId } });
    await push();
    expect(there('Case', 'Desk_Id__c', String(id))).toHaveLength(1);
  });
});

it('a record that Salesforce refuses is tried once, however often it is asked what changed, until somebody changes it', async () => {
  const { id } = await aCase('It rattles');
  const heal = world.org.fail({ code: 'JSON_PARSER_ERROR', operation: 'update', object: 'Case', times: null });
  await admin().call(casesApi.update, { params: { caseId: id }, body: { subject: 'It rattles loudly' } });
  await push();
  const tries = async () =>
    (
      await world.desk.sql.rows(
        `SELECT FROM salesforce_log WHERE object = 'case' AND desk_id = $1 AND action = 'failed'`,
        [id],
      )
    ).length;
  expect(await tries()).toBe(1);
  await poll();
  await poll();
  expect(await tries()).toBe(1);
  expect(await state('case', id)).toMatchObject({ state: 'error', problem: { code: 'JSON_PARSER_ERROR' } });

  heal();
  world.org.as().edit(rowOf(id), { Priority: 'High' });
  await poll();
  expect(there('Case', 'Desk_Id__c', String(id))).toMatchObject([{ Subject: 'It rattles loudly', Priority: 'High' }]);
  expect(await state('case', id)).toMatchObject({ state: 'ok', problem: null });
});

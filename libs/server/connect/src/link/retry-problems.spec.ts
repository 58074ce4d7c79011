import { casesApi, salesforceLinksApi } from '@bureau/contracts';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../../test/fixtures/salesforce.ts';
import { greedyParts, overhearEverything } from '../../../../../test/fixtures/plans.ts';
import { SalesforceOutbox } from '../push/outbox.repository.ts';
import { PushWaiting } from '../push/push-waiting.ts';

let world: DeskAndSalesforce;
beforeAll(async () => {
  world = await startDeskAndSalesforce({ salesforce: { withRecords: false } });
  await connectSalesforce(world, { enable: true });
});
afterAll(() => world.close());

const admin = () => world.desk.as(world.desk.administrator);

async function push() {
  await world.desk.drain();
  world.passes(10_000);
  await world.desk.running.get(PushWaiting).run();
  await world.desk.drain();
}

let people = 0;
async function aCase() {
  people += 1;
  const customer = { address: `mo${people}@fern.example`, name: `Mo Fern${people}` };
  const { id } = await admin().call(casesApi.open, { body: { subject: 'It drips', text: 'Slowly.', customer } });
  await push();
  return id;
}
const edit = (caseId: number, body: { subject: string; priority: number }) =>
  admin().call(casesApi.update, { params: { caseId }, body });
const there = (caseId: number) => {
  const row = world.org.records('Case').find((one) => one['Desk_Id__c'] === String(caseId));
  return { subject: row?.['Subject'], priority: row?.['Priority'] };
};
const retry = (body: { deskId?: number; object?: 'case'; code?: string }) =>
  admin().call(salesforceLinksApi.retry, { body });
const refuse = (code: string, field: string) =>
  world.org.fail({ code, fields: [field], times: null, operation: 'update', object: 'Case', withField: field });

it('tries again one record, one reason, or all that failed, and nothing else', async () => {
  const [one, two] = [await aCase(), await aCase()];
  const heals = [refuse('STRING_TOO_LONG', 'Subject'), refuse('FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Priority')];
  await edit(one, { subject: 'One drips', priority: 9 });
  await edit(two, { subject: 'Two drips', priority: 9 });
  await push();
  for (const heal of heals) heal();
  expect([there(one), there(two)]).toEqual(Array(2).fill({ subject: 'It drips', priority: 'Medium' }));

  expect(await retry({ object: 'case', deskId: one, code: 'STRING_TOO_LONG' })).toEqual({ count: 1 });
  await push();
  expect([there(one), there(two)]).toEqual([
    { subject: 'One drips', priority: 'Medium' },
    { subject: 'It drips', priority: 'Medium' },
  ]);

  expect(await retry({ code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' })).toEqual({ count: 2 });
  await push();
  expect([there(one), there(two)]).toEqual([
    { subject: 'One drips', priority: 'High' },
    { subject: 'It drips', priority: 'High' },
  ]);

  expect(await retry({})).toEqual({ count: 1 });
  await push();
  expect(there(two)).toEqual({ subject: 'Two drips', priority: 'High' });
  expect((await admin().call(salesforceLinksApi.problemGroups, {})).items).toEqual([]);
});

it('leaves a record that is on its way at this moment to whoever is at it', async () => {
  const id = await aCase();
  const heal = refuse('STRING_TOO_LONG', 'Subject');
  await edit(id, { subject: 'It pours', priority: 5 });
  await push();
  heal();
  await admin().call(casesApi.update, { params: { caseId: id }, body: { priority: 9 } });
  const running = world.desk.running.get(PushWaiting).run();
  await retry({});
  await running;
  await push();
  await push();
  expect(there(id)).toEqual({ subject: 'It pours', priority: 'High' });
  expect((await admin().call(salesforceLinksApi.problemGroups, {})).items).toEqual([]);
});

it('looks at few rows for those that wait for a record, however many wait for others', async () => {
  const { sql, database, running, clock } = world.desk;
  const client = new Client({ connectionString: database.url });
  await client.connect();
  onTestFinished(() => {
    vi.restoreAllMocks();
    return client.end();
  });
  await client.query(
    `INSERT INTO salesforce_outbox (object, desk_id, since, not_before, problem)
     SELECT 'case', 1000000 + n, now(), now() + interval '1 day',
       CASE WHEN n % 2 = 0 THEN jsonb_build_object('code', 'WAITS', 'fields', jsonb_build_array('customer:' || n)) END
     FROM generate_series(1, 20000) n`,
  );
  await client.query('ANALYZE salesforce_outbox');
  const asked = overhearEverything(sql);
  await running.get(SalesforceOutbox).wake(clock.now(), {
    ...{ object: 'customer', deskId: 4_002, salesforceId: '003SB000000400AMAA', personContactId: null },
  });
  const due = 'SELECT desk_id::int AS id FROM salesforce_outbox WHERE desk_id > 1000000 AND not_before <= $1';
  expect((await client.query(due, [clock.now()])).rows).toEqual([{ id: 1_004_002 }]);
  const greedy = [];
  for (const one of asked) greedy.push(...(await greedyParts(client, one, 1_000)));
  expect(greedy).toEqual([]);
  await client.query('DELETE FROM salesforce_outbox WHERE desk_id > 1000000');
});

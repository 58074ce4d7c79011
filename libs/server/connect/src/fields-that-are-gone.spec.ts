import {
  casesApi,
  customFieldsApi,
  salesforceConnectionApi,
  salesforceLinksApi,
  salesforceMappingsApi,
} from '@bureau/contracts';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../test/fixtures/salesforce.ts';
import { PullSalesforce } from './pull/pull-salesforce.ts';
import { PushWaiting } from './push/push-waiting.ts';

let world: DeskAndSalesforce;
beforeAll(async () => {
  world = await startDeskAndSalesforce({ salesforce: { withRecords: false } });
  await admin().call(customFieldsApi.create, { body: { owner: 'case', label: 'Serial', type: 'text', choices: [] } });
  await connectSalesforce(world, { enable: true });
  await admin().call(salesforceMappingsApi.create, {
    body: { object: 'case', deskField: 'custom.serial', salesforceField: 'Machine_Serial__c', direction: 'both' },
  });
  await poll();
});
afterAll(() => world.close());

const admin = () => world.desk.as(world.desk.administrator);

async function poll() {
  world.passes(20_000);
  await world.desk.running.get(PullSalesforce).run();
  await push();
}

async function push() {
  await world.desk.drain();
  world.passes(10_000);
  await world.desk.running.get(PushWaiting).run();
  await world.desk.drain();
}

let people = 0;
async function aCase(serial: string | null = null) {
  people += 1;
  const customer = { address: `ivo${people}@fern.example`, name: `Ivo Fern${people}` };
  const body = { subject: 'It hums', text: 'All day.', customer, ...(serial && { customFields: { serial } }) };
  const { id } = await admin().call(casesApi.open, { body });
  await push();
  return id;
}
const edit = (caseId: number, subject: string, serial: string) =>
  admin().call(casesApi.update, { params: { caseId }, body: { subject, customFields: { serial } } });
const there = (caseId: number) => world.org.records('Case').find((row) => row['Desk_Id__c'] === String(caseId));
const mapping = async () =>
  (await admin().call(salesforceMappingsApi.ofObject, { params: { object: 'case' } })).mappings[0];
const state = async (deskId: number) => admin().call(salesforceLinksApi.get, { params: { object: 'case', deskId } });
const alerts = async () =>
  (
    await world.desk.sql.rows<{ message: string }>(
      `SELECT message FROM system_log WHERE part = 'salesforce' AND details ? 'salesforceField' ORDER BY id`,
    )
  ).map(({ message }) => message);

it('a field that was taken away there is turned off and told of once; the rest of every record goes on', async () => {
  const [one, two] = [await aCase('A-1'), await aCase('B-1')];
  expect(there(one)).toMatchObject({ Machine_Serial__c: 'A-1' });
  const giveBack = world.org.removeField({ object: 'Case', field: 'Machine_Serial__c' });
  onTestFinished(giveBack);

  await edit(one, 'It hums louder', 'A-2');
  await edit(two, 'It hums softly', 'B-2');
  await push();
  const three = await aCase('C-1');
  expect([there(one), there(two), there(three)].map((row) => row?.['Subject'])).toEqual([
    ...['It hums louder', 'It hums softly', 'It hums'],
  ]);
  expect((await state(one)).state).toBe('ok');
  expect(await mapping()).toMatchObject({
    enabled: true,
    problem: expect.stringContaining('no field Machine_Serial__c'),
  });
  expect(await alerts()).toEqual([expect.stringContaining('the field Machine_Serial__c any more')]);

  giveBack();
  await admin().call(salesforceConnectionApi.checkAgain, {});
  expect(await mapping()).toMatchObject({ problem: '' });
  await edit(one, 'It hums louder still', 'A-3');
  await push();
  expect(there(one)).toMatchObject({ Subject: 'It hums louder still', Machine_Serial__c: 'A-3' });
});

it('a field that is back is noticed within two hours, though nobody checks', async () => {
  const id = await aCase('D-1');
  const giveBack = world.org.removeField({ object: 'Case', field: 'Machine_Serial__c' });
  onTestFinished(giveBack);
  await edit(id, 'It hums at noon', 'D-2');
  await push();
  expect(await mapping()).toMatchObject({ problem: expect.stringContaining('no field Machine_Serial__c') });

  giveBack();
  world.passes(2 * 60 * 60_000);
  await poll();
  expect(await mapping()).toMatchObject({ problem: '' });
  await edit(id, 'It hums at night', 'D-3');
  await push();
  expect(there(id)).toMatchObject({ Subject: 'It hums at night', Machine_Serial__c: 'D-3' });
});

it('what changes there still comes when the user may not see a field any more', async () => {
  const id = await aCase();
  const { admin: username } = world.org.users;
  const allow = world.org.fieldAccess({ as: username, object: 'Case', field: 'Description', access: 'none' });
  onTestFinished(allow);
  world.org.as().edit(String(there(id)?.['Id']), { Subject: 'Called back' });
  await poll();
  await poll();
  expect(await admin().call(casesApi.get, { params: { caseId: id } })).toMatchObject({ subject: 'Called back' });
  expect(await alerts()).toContainEqual(expect.stringContaining('the field Description any more'));
});

it('a field that is there and refused all the same rests with the record that it was refused of', async () => {
  const id = await aCase();
  onTestFinished(
    world.org.fail({
      ...{ code: 'INSUFFICIENT_ACCESS_OR_READONLY', fields: ['Priority'], times: null },
      ...{ operation: 'update', object: 'Case', withField: 'Priority' },
    }),
  );
  await admin().call(casesApi.update, { params: { caseId: id }, body: { subject: 'Read me', priority: 1 } });
  await push();
  expect(there(id)).toMatchObject({ Subject: 'Read me', Priority: 'Medium' });
  expect((await state(id)).fields.find(({ field }) => field === 'priority')).toMatchObject({
    problem: { code: 'INSUFFICIENT_ACCESS_OR_READONLY' },
  });
});

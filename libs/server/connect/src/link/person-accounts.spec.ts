import { casesApi, customersApi, salesforceLinksApi, salesforceSettingsApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../../test/fixtures/salesforce.ts';
import { PullSalesforce } from '../pull/pull-salesforce.ts';
import { PushWaiting } from '../push/push-waiting.ts';

let world: DeskAndSalesforce;
beforeAll(async () => {
  world = await startDeskAndSalesforce({ salesforce: { withRecords: false } });
  world.org.switch({ personAccounts: true });
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

async function poll() {
  world.passes(10_000);
  await world.desk.running.get(PullSalesforce).run();
  await push();
}

const there = (type: string, field: string, value: string) =>
  world.org.records(type).filter((row) => row[field] === value);
const caseOf = (id: number) => there('Case', 'Desk_Id__c', String(id));

const open = (address: string) =>
  admin().call(casesApi.open, {
    body: { subject: 'Stuck', text: 'It does not turn.', customer: { address, name: 'Ana Fern' } },
  });

describe('a case of a customer who is an account of a person', () => {
  it('points in Salesforce to the contact of that account, and stays so', async () => {
    const { id } = await open('ana@person.example');
    await push();
    const [account] = there('Account', 'PersonEmail', 'ana@person.example');
    expect(account).toMatchObject({ IsPersonAccount: true });
    expect(caseOf(id)).toMatchObject([{ ContactId: account?.['PersonContactId'], AccountId: account?.['Id'] }]);

    await admin().call(casesApi.update, { params: { caseId: id }, body: { subject: 'Smokes' } });
    await poll();
    expect(caseOf(id)).toMatchObject([{ Subject: 'Smokes', ContactId: account?.['PersonContactId'] }]);
    expect(await admin().call(salesforceLinksApi.problemGroups, {})).toEqual({ items: [] });
    expect(await world.desk.sql.rows('SELECT FROM salesforce_outbox')).toEqual([]);
  });

  it('comes to the desk from there', async () => {
    const erin = world.org.as();
    const account = erin.create('Account', {
      ...{ RecordTypeId: world.org.recordTypes.person, LastName: 'Okafor', PersonEmail: 'udo@person.example' },
    });
    const contactId = String(world.org.record(String(account['Id']))?.['PersonContactId']);
    erin.create('Case', { Subject: 'From a person', ContactId: contactId, Status: 'New', Priority: 'Low' });
    await poll();
    const { items } = await admin().call(customersApi.list, { query: { q: 'udo@person.example' } });
    const found = await admin().call(casesApi.list, { query: { customerId: items[0]?.id } });
    expect(found.items).toMatchObject([{ subject: 'From a person' }]);
  });
});

describe('a case whose customer comes to Salesforce later', () => {
  const only = (createInSalesforce: boolean) =>
    admin().call(salesforceSettingsApi.update, { params: { object: 'customer' }, body: { createInSalesforce } });
  const sendCustomer = async (address: string) => {
    const { items } = await admin().call(customersApi.list, { query: { q: address } });
    await admin().call(salesforceLinksApi.syncNow, {
      params: { object: 'customer', deskId: items[0]?.id ?? 0 },
    });
    await push();
  };

  it('points to him then, without anybody editing it', async () => {
    await only(false);
    const { id } = await open('bo@person.example');
    await push();
    expect(caseOf(id)[0]?.['ContactId'] ?? null).toBeNull();

    await sendCustomer('bo@person.example');
    const [account] = there('Account', 'PersonEmail', 'bo@person.example');
    expect(caseOf(id)).toMatchObject([{ ContactId: account?.['PersonContactId'] }]);
    await only(true);
  });

  it('is made then, where the organisation refused it without him', async () => {
    await only(false);
    const heal = world.org.fail({
      ...{ code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Who asks?', operation: 'create', object: 'Case' },
      times: 1,
    });
    const { id } = await open('cy@person.example');
    await push();
    heal();
    expect(caseOf(id)).toEqual([]);
    const of = { params: { object: 'case' as const, deskId: id } };
    expect(await admin().call(salesforceLinksApi.get, of)).toMatchObject({ state: 'error' });

    await sendCustomer('cy@person.example');
    const [account] = there('Account', 'PersonEmail', 'cy@person.example');
    expect(caseOf(id)).toMatchObject([{ ContactId: account?.['PersonContactId'] }]);
    expect(await admin().call(salesforceLinksApi.get, of)).toMatchObject({ state: 'ok', problem: null });
    await only(true);
  });
});

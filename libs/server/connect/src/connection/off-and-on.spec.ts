import {
  auditApi,
  casesApi,
  companiesApi,
  salesforceConnectionApi,
  salesforceLinksApi,
  salesforceSettingsApi,
  systemLogApi,
} from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../../test/fixtures/salesforce.ts';
import { PullSalesforce } from '../pull/pull-salesforce.ts';
import { Reconcile } from '../pull/reconcile.ts';
import { PushWaiting } from '../push/push-waiting.ts';

const DAY = 24 * 60 * 60_000;

let world: DeskAndSalesforce;
beforeAll(async () => {
  world = await startDeskAndSalesforce({ salesforce: { withRecords: false } });
  await connectSalesforce(world, { enable: true });
  await settle();
});
afterAll(() => world.close());

const admin = () => world.desk.as(world.desk.administrator);

/** Everything goes across, both ways. */
async function settle() {
  await world.desk.drain();
  world.passes(10_000);
  await world.desk.running.get(PushWaiting).run();
  world.passes(20_000);
  await world.desk.running.get(PullSalesforce).run();
  await world.desk.drain();
  await world.desk.running.get(PushWaiting).run();
  await world.desk.drain();
}

let count = 0;
async function aCase() {
  count += 1;
  const customer = { address: `ula${count}@fern.example`, name: `Ula Fern${count}` };
  const { id } = await admin().call(casesApi.open, { body: { subject: 'It creaks', text: 'At night.', customer } });
  await settle();
  const row = () => world.org.records('Case').find((one) => one['Desk_Id__c'] === String(id));
  return {
    ...{ id, row },
    salesforceId: String(row()?.['Id']),
    read: () => admin().call(casesApi.get, { params: { caseId: id } }),
    edit: (subject: string) => admin().call(casesApi.update, { params: { caseId: id }, body: { subject } }),
    state: async () => (await admin().call(salesforceLinksApi.get, { params: { object: 'case', deskId: id } })).state,
  };
}

describe('while the sync is off', () => {
  it('what changes on both sides is kept, and goes across when it is turned on again', async () => {
    const [here, there] = [await aCase(), await aCase()];
    const before = (await admin().call(salesforceConnectionApi.get, {})).connection?.enabledAt;
    await admin().call(salesforceConnectionApi.disable, {});
    await here.edit('Written here');
    world.org.as().edit(there.salesforceId, { Subject: 'Written there' });
    await settle();
    expect([here.row()?.['Subject'], (await there.read()).subject]).toEqual(['It creaks', 'It creaks']);

    const { connection } = await admin().call(salesforceConnectionApi.enable, {});
    expect(connection?.enabledAt).toBe(before);
    await settle();
    expect([here.row()?.['Subject'], (await there.read()).subject]).toEqual(['Written here', 'Written there']);
  });

  it('for longer than Salesforce remembers, records that were deleted there are found out all the same', async () => {
    const [gone, living] = [await aCase(), await aCase()];
    await admin().call(salesforceConnectionApi.pause, {});
    world.org.as(world.org.users.admin).delete(gone.salesforceId);
    world.org.as().edit(living.salesforceId, { Subject: 'Still here' });
    world.passes(17 * DAY);
    await admin().call(salesforceConnectionApi.resume, {});
    await settle();
    expect([await gone.state(), (await living.read()).subject]).toEqual(['ok', 'Still here']);

    for (let turn = 0; turn < 4; turn++) await world.desk.running.get(Reconcile).run();
    await settle();
    expect([await gone.state(), await living.state()]).toEqual(['tombstone_salesforce', 'ok']);
    const calls = world.org.usage().used;
    await world.desk.running.get(Reconcile).run();
    expect(world.org.usage().used).toBe(calls);
  });
});

describe('while no organisation is connected', () => {
  it('what changes on both sides is kept, and goes across when the same one is connected again', async () => {
    const [here, there] = [await aCase(), await aCase()];
    await admin().call(salesforceConnectionApi.disconnect, { body: { organisationId: world.org.org.id } });
    await world.desk.drain();
    await here.edit('Written here meanwhile');
    const { id: companyId } = await admin().call(companiesApi.create, {
      body: { name: 'Made meanwhile', domains: [] },
    });
    world.org.as().edit(there.salesforceId, { Subject: 'Written there meanwhile' });
    await settle();
    expect(here.row()?.['Subject']).toBe('It creaks');

    await connectSalesforce(world, { enable: true });
    await settle();
    expect([here.row()?.['Subject'], (await there.read()).subject]).toEqual([
      ...['Written here meanwhile', 'Written there meanwhile'],
    ]);
    expect(world.org.records('Account').find(({ Name }) => Name === 'Made meanwhile')).toMatchObject({
      Desk_Id__c: String(companyId),
    });
  });
});

describe('removing all links', () => {
  const body = () => ({ organisationId: world.org.org.id });

  it('needs the organisation to be disconnected, and named', async () => {
    await aCase();
    expect(await admin().refusal(salesforceConnectionApi.removeLinks, { body: body() })).toEqual({
      ...{ status: 409, code: 'salesforce.still-connected' },
    });
    await admin().call(salesforceConnectionApi.disconnect, { body: body() });
    const { linkedTo } = await admin().call(salesforceConnectionApi.get, {});
    expect(linkedTo).toEqual({ id: world.org.org.id, name: 'Larkspur Coffee', records: expect.any(Number) });
    const other = { body: { organisationId: '00D000000000000AAA' } };
    expect(await admin().refusal(salesforceConnectionApi.removeLinks, other)).toMatchObject({
      code: 'salesforce.not-this-organisation',
    });
    const agent = world.desk.as(world.desk.agent);
    expect(await agent.refusal(salesforceConnectionApi.removeLinks, { body: body() })).toMatchObject({ status: 403 });
  });

  it('leaves records and settings where they are, says so, and lets another organisation be connected', async () => {
    const records = world.org.records('Case').length;
    expect(await admin().call(salesforceConnectionApi.removeLinks, { body: body() })).toMatchObject({ linkedTo: null });
    expect(world.org.records('Case')).toHaveLength(records);
    expect((await admin().call(casesApi.list, { query: {} })).items.length).toBeGreaterThan(0);
    expect((await admin().call(salesforceSettingsApi.list, {})).items).toHaveLength(3);
    const { items: audited } = await admin().call(auditApi.list, { query: { noun: 'salesforce' } });
    expect(audited[0]).toMatchObject({ before: { links: expect.any(Number) }, after: { links: 0 } });
    const { items: told } = await admin().call(systemLogApi.list, { query: { part: 'salesforce' } });
    expect(told[0]?.message).toMatch(/^All links to the Salesforce organisation Larkspur Coffee were removed/);

    await world.desk.sql.run("UPDATE salesforce_connections SET org_id = '00DXX0000000001MAA', org_name = 'Tideline'");
    expect(await connectSalesforce(world)).toMatchObject({
      ...{ organisation: { name: 'Larkspur Coffee' }, enabledAt: null },
    });
    await admin().call(companiesApi.create, { body: { name: 'Not yet', domains: [] } });
    await world.desk.drain();
    expect(await world.desk.sql.rows('SELECT FROM salesforce_outbox')).toEqual([]);
  });

  it('is not needed where nothing is linked: what waited for the one waits for no other', async () => {
    await admin().call(salesforceConnectionApi.enable, {});
    await admin().call(salesforceConnectionApi.disconnect, { body: body() });
    await admin().call(companiesApi.create, { body: { name: 'For the one only', domains: [] } });
    await world.desk.drain();
    expect(await world.desk.sql.rows('SELECT FROM salesforce_outbox')).toHaveLength(1);
    await world.desk.sql.run("UPDATE salesforce_connections SET org_id = '00DYY0000000001MAA' WHERE id > 1");
    await connectSalesforce(world, { enable: true });
    expect(await world.desk.sql.rows('SELECT FROM salesforce_outbox')).toEqual([]);
  });
});

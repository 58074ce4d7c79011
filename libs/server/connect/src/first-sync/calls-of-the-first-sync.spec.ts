import { salesforceFirstSyncApi, type FirstSync } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../../test/fixtures/salesforce.ts';

/** Enough that what every run asks for, however little there is to do, does not decide. */
const COMPANIES = 1_200;

let world: DeskAndSalesforce;
beforeAll(async () => {
  world = await startDeskAndSalesforce({ salesforce: { withRecords: false } });
  await connectSalesforce(world, { enable: true });
});
afterAll(() => world.close());

const api = () => world.desk.as(world.desk.administrator);
const accounts = () => world.org.records('Account');

async function current(): Promise<FirstSync> {
  await world.desk.drain(600_000);
  const { firstSync } = await api().call(salesforceFirstSyncApi.get, {});
  if (!firstSync) throw new Error('There is no first sync.');
  return firstSync;
}

/** What a run did, and its own calls for each two hundred records that it changed. */
async function complete(meanwhile: () => Promise<unknown> = async () => undefined) {
  await api().call(salesforceFirstSyncApi.dryRun, {});
  const { calls: before } = await current();
  await meanwhile();
  await api().call(salesforceFirstSyncApi.start, {});
  const { objects, state, calls } = await current();
  return { state, done: objects[0]?.done, callsOf200: (calls - before) / (COMPANIES / 200) };
}

/** The names at the desk of what is linked, by the ids in Salesforce. */
const linked = async () =>
  (
    await world.desk.sql.row(
      `SELECT json_object_agg(l.salesforce_id, c.name) AS names
       FROM salesforce_links l JOIN companies c ON c.id = l.desk_id WHERE l.object = 'company'`,
    )
  )?.['names'];

const packed = () =>
  world.org.requests
    .of('POST', '/services/data/v62.0/composite')
    .filter(({ body }) => body.includes('/composite/sobjects'));

describe('the first sync of thousands of records', () => {
  it('makes two hundred of them with little more than one call', async () => {
    await world.desk.sql.run("INSERT INTO companies (name) SELECT 'Nursery ' || n FROM generate_series(1, $1::int) n", [
      COMPANIES - 1,
    ]);
    // Between several collections in one call this would name what another one was answered with.
    await world.desk.sql.run("INSERT INTO companies (name) VALUES ('Fern @{part0[0].id} & Co')");
    const run = await complete();
    expect(run).toMatchObject({ state: 'done', done: { 'create-in-salesforce': COMPANIES, failed: 0 } });
    expect(run.callsOf200).toBeLessThanOrEqual(1.2);
    expect(accounts().filter(({ Name }) => String(Name).startsWith('Nursery'))).toHaveLength(COMPANIES - 1);
    expect(accounts().filter(({ Name }) => Name === 'Fern @{part0[0].id} & Co')).toHaveLength(1);
    expect(await linked()).toEqual(Object.fromEntries(accounts().map(({ Id, Name }) => [Id, Name])));
    expect(packed().length).toBeGreaterThan(0);
  }, 600_000);

  it('changes two hundred of them with little more than one call', async () => {
    world.passes(60_000);
    const run = await complete(() =>
      world.desk.sql.run("UPDATE companies SET name = replace(name, 'Nursery', 'Tree nursery')"),
    );
    expect(run).toMatchObject({ state: 'done', done: { update: COMPANIES - 1, unchanged: 1, failed: 0 } });
    expect(run.callsOf200).toBeLessThanOrEqual(1.2);
    expect(accounts().filter(({ Name }) => String(Name).startsWith('Tree nursery'))).toHaveLength(COMPANIES - 1);
    expect(world.org.violations()).toEqual([]);
  }, 600_000);
});

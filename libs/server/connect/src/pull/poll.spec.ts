import { companiesApi, salesforceSettingsApi, salesforceTrafficApi } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../../test/fixtures/salesforce.ts';
import { PushWaiting } from '../push/push-waiting.ts';
import { PullSalesforce } from './pull-salesforce.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const QUARTER_MINUTE = 15_000;

let world: DeskAndSalesforce;
beforeAll(async () => {
  world = await startDeskAndSalesforce({ salesforce: { withRecords: false } });
  await connectSalesforce(world, { enable: true });
  await wakesFor(2);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.org.clearFailures();
  world.org.clearFaults();
  await wakesFor(4, MINUTE);
});

const admin = () => world.desk.as(world.desk.administrator);
async function callsDuring(work: () => Promise<unknown>): Promise<number> {
  const before = used();
  await work();
  return used() - before;
}
const used = () => world.org.usage().used;
const traffic = () => admin().call(salesforceTrafficApi.get, {});
const names = async () => (await admin().call(companiesApi.list, { query: {} })).items.map(({ name }) => name);

/** The desk looks every quarter of a minute whether it has to ask; where nothing fails, once a minute is enough. */
async function wakesFor(minutes: number, everyMs = QUARTER_MINUTE) {
  for (let passed = 0; passed < minutes * MINUTE; passed += everyMs) {
    world.passes(everyMs);
    await world.desk.running.get(PullSalesforce).wake();
  }
}

/** Requests by path, without their version and what they ask for. */
async function requestsDuring(work: () => Promise<unknown>): Promise<string[]> {
  const before = world.org.requests.since(0).at(-1)?.sequence ?? 0;
  await work();
  const requests = world.org.requests.since(before);
  return requests.map(({ method, path }) => `${method} ${path.replace('/services/data/v62.0', '')}`);
}

describe('an idle desk', () => {
  it('asks for all objects in one call a minute, whose answer also says what time it is there', async () => {
    const asked = await requestsDuring(() => wakesFor(5));
    expect(new Set(asked)).toEqual(new Set(['POST /composite']));
    expect(asked).toHaveLength(5);
  });

  it('uses at most 1,500 calls of a day', async () => {
    const inHalfAnHour = await callsDuring(() => wakesFor(30, MINUTE));
    world.passes(2 * HOUR);
    // Now and then it also asks what the objects look like.
    const withDescriptions = await callsDuring(() => wakesFor(1, MINUTE));
    expect([inHalfAnHour, withDescriptions]).toEqual([30, 4]);
    expect(inHalfAnHour * 48 + (withDescriptions - 1) * 12).toBeLessThanOrEqual(1_500);
  });
});

describe('an object that cannot be read', () => {
  it('does not hold up the others, and is asked again ever more rarely', async () => {
    world.org.fail({ code: 'QUERY_TIMEOUT', operation: 'query', object: 'Contact', times: null });
    world.org.as().create('Account', { Name: 'Fern & Co' });
    await wakesFor(10);
    expect(await names()).toContain('Fern & Co');
    const row = await world.desk.sql.row<{ failures: number; wait: number }>(
      `SELECT failures, extract(epoch FROM retry_at - $1)::int AS wait FROM salesforce_poll_failures WHERE object = 'customer'`,
      [world.desk.clock.now()],
    );
    expect(row?.failures).toBeGreaterThan(4);
    const again = await requestsDuring(() => wakesFor(8));
    expect(again.length).toBeLessThanOrEqual(8 + 5);

    world.org.clearFailures();
    world.org.as().create('Contact', { LastName: 'Lind', Email: 'lind@fern.example' });
    await wakesFor(4);
    expect(await world.desk.sql.rows('SELECT FROM salesforce_poll_failures')).toEqual([]);
    expect(await world.desk.sql.rows(`SELECT FROM customers WHERE name = 'Lind'`)).toHaveLength(1);
  });

  it('is not left behind by an outage: whatever changed meanwhile comes afterwards', async () => {
    world.org.fault({ path: '/services/data/*', effect: { kind: 'drop' } });
    const during = await requestsDuring(async () => {
      world.org.as().create('Account', { Name: 'Made in the dark' });
      await wakesFor(15);
    });
    expect(during.length).toBeLessThanOrEqual(15);
    world.org.clearFaults();
    await wakesFor(4);
    expect(await names()).toContain('Made in the dark');
  });
});

describe('when more of the day’s calls are used', () => {
  const limit = () => world.org.usage().limit;
  /** So that this share of the day’s calls is used. */
  const useUp = (share: number) => world.org.useUp(Math.ceil(limit() * share) - used());

  it('asks every two minutes from 60 % on, and every five from 80 %', async () => {
    useUp(0.6);
    await wakesFor(2);
    expect(await requestsDuring(() => wakesFor(10, MINUTE))).toHaveLength(5);
    expect((await traffic()).pollEvery).toBe(120);
    useUp(0.8);
    await wakesFor(5);
    expect(await requestsDuring(() => wakesFor(20, MINUTE))).toHaveLength(4);
    expect(await traffic()).toMatchObject({ pollEvery: 300, savesOn: ['polling'] });
  });

  it('does neither fetch nor send from 95 % on, until calls are left again', async () => {
    useUp(0.95);
    await wakesFor(5);
    expect(await traffic()).toMatchObject({ savesOn: ['polling', 'first-sync', 'background'] });
    const { id } = await admin().call(companiesApi.create, { body: { name: 'Waits its turn', domains: [] } });
    await world.desk.drain();
    const asked = await requestsDuring(async () => {
      await wakesFor(60, MINUTE);
      await world.desk.running.get(PushWaiting).wake();
    });
    // Four times an hour it looks whether that is still so.
    expect(asked).toEqual(Array.from({ length: 4 }, () => 'GET /query'));
    expect((await traffic()).objects.find(({ object }) => object === 'company')?.waiting).toBe(1);

    world.org.switch({ dailyCalls: limit() * 4 });
    await wakesFor(16, MINUTE);
    await world.desk.running.get(PushWaiting).wake();
    await world.desk.drain();
    expect(world.org.records('Account').map((row) => row['Desk_Id__c'])).toContain(String(id));
  });
});

it('reads on where Salesforce gives fewer rows at once than it was asked for', async () => {
  const ofCompanies = { params: { object: 'company' as const } };
  await admin().call(salesforceSettingsApi.update, { ...ofCompanies, body: { createInDesk: false } });
  world.org.switch({ pageSize: 200 });
  world.org.seed(
    'Account',
    Array.from({ length: 205 }, (_, index) => ({ Name: `Roaster ${index}` })),
  );
  world.passes(MINUTE);
  const asked = await requestsDuring(() => world.desk.running.get(PullSalesforce).run());
  expect(asked).toEqual(['POST /composite', 'GET /queryAll']);
});

import { companiesApi, salesforceSettingsApi } from '@bureau/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../../test/fixtures/salesforce.ts';
import { PullSalesforce } from './pull-salesforce.ts';

let world: DeskAndSalesforce;
beforeAll(async () => {
  world = await startDeskAndSalesforce({ salesforce: { withRecords: false } });
});
afterAll(() => world.close());

it('fetches what was made right after the sync was turned on, and nothing that was there before', async () => {
  const { desk, org, passes } = world;
  org.as().create('Account', { Name: 'Old Friend' });
  passes(60_000);
  await connectSalesforce(world, { enable: true });
  passes(2_000);
  org.as().create('Account', { Name: 'Early Bird' });
  passes(10_000);
  await desk.running.get(PullSalesforce).run();
  const { items } = await desk.as(desk.administrator).call(companiesApi.list, { query: {} });
  expect(items.map(({ name }) => name)).toEqual(['Early Bird']);
});

it('asks no more often because cases were never kept in step', async () => {
  const { desk, org, passes } = world;
  const api = desk.as(desk.administrator);
  await api.call(salesforceSettingsApi.update, { params: { object: 'case' }, body: { direction: 'off' } });
  await desk.sql.run(`DELETE FROM salesforce_cursors WHERE object = 'case'`);
  await desk.running.get(PullSalesforce).run();
  const before = org.usage().used;
  passes(15_000);
  await desk.running.get(PullSalesforce).wake();
  expect(org.usage().used).toBe(before);
  passes(60_000);
  await desk.running.get(PullSalesforce).wake();
  expect(org.usage().used).toBeGreaterThan(before);
});

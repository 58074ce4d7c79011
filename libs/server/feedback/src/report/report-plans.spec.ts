import { feedbackApi, feedbackReportApi, FeedbackDimension, filtersApi } from '@bureau/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Person, TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aFullDesk, type FullDesk } from '../../../../../test/fixtures/plans.ts';
import { AskCustomers } from '../asking/ask-customers.ts';

const CASES = 100_000;
/** No statement that people wait for may look at more rows of a table than this. */
const ROWS_AT_MOST = 10_000;

let full: FullDesk;
let desk: TestDesk;
let nadia: Person;
beforeAll(async () => {
  full = await aFullDesk(fill);
  ({ desk } = full);
  nadia = await desk.aUser({ name: 'Nadia Roy', role: 'business-manager' });
}, 180_000);
afterAll(() => full.close());

const greedy = () => full.greedy(ROWS_AT_MOST);

const FOUR_WEEKS = { from: '2026-06-01', to: '2026-06-28' };

it.each(FeedbackDimension.options)(
  'counts four weeks by %s, and lists what is behind a figure, without reading the tables',
  async (by) => {
    const report = await desk.as(nadia).call(feedbackReportApi.read, { query: { ...FOUR_WEEKS, by } });
    expect(report.total.answered).toBeGreaterThan(1_000);
    const behind = { ...FOUR_WEEKS, by, figure: 'content', key: String(report.rows[0]?.key ?? 'none') } as const;
    await desk.as(nadia).call(feedbackReportApi.behind, { query: behind });
    expect(await greedy()).toEqual([]);
  },
  60_000,
);

it('lists the latest feedback, that of a case and that of a customer, without reading the tables', async () => {
  const { items, next } = await desk.as(nadia).call(feedbackApi.list, { query: {} });
  await desk.as(nadia).call(feedbackApi.list, { query: { cursor: next ?? '' } });
  const [{ case: one, customer } = { case: { id: 1 }, customer: { id: 1 } }] = items;
  await desk.as(desk.agent).call(feedbackApi.ofCase, { params: { caseId: one.id } });
  await desk.as(desk.agent).call(feedbackApi.ofCustomer, { params: { customerId: customer.id } });
  expect(await greedy()).toEqual([]);
}, 60_000);

it('finds whose time has come to be asked by its index', async () => {
  await desk.running.get(AskCustomers).run();
  expect(await greedy()).toEqual([]);
}, 60_000);

it('finds the discontent of the last days by its index', async () => {
  const conditions = [
    { field: 'case.rating', operator: 'is' as const, value: 'poor' },
    { field: 'case.ratedAt', operator: 'after' as const, value: '2026-12-20T00:00:00Z' },
  ];
  const body = {
    name: 'Poor',
    conditions: { match: 'all' as const, conditions },
    sort: { field: 'activeAt', direction: 'desc' } as const,
  };
  const { id } = await desk.as(desk.agent).call(filtersApi.create, { body });
  full.asked.length = 0;
  const { items } = await desk
    .as(desk.agent)
    .call(filtersApi.cases, { params: { filterId: id }, query: { limit: 50 } });
  expect(items.length).toBeGreaterThan(0);
  expect(await greedy()).toEqual([]);
}, 60_000);

/** 100,000 cases that were resolved over two years; two of three customers answered. */
async function fill({ desk, client }: Pick<FullDesk, 'desk' | 'client'>): Promise<void> {
  await client.query(`
    SET session_replication_role = replica;
    INSERT INTO customers (id, name) SELECT i, 'Customer ' || i FROM generate_series(1, 20000) i;
    INSERT INTO groups (id, name) SELECT i, 'Group ' || i FROM generate_series(1, 10) i;
    INSERT INTO labels (id, name, position) SELECT i, 'Label ' || i, i FROM generate_series(1, 20) i;
    INSERT INTO cases (id, brand_id, customer_id, subject, status, group_id, label_ids, channel, resolved_at, resolution_count,
                       created_at, active_at, rating, rating_type, rated_at)
    SELECT i, ${desk.brandId}, 1 + i % 20000, 'case ' || i, 'resolved', 1 + i % 10, ARRAY[1 + i % 20]::bigint[], 'email', at, 1, at, at,
      CASE WHEN i % 3 > 0 THEN i % 4 END, CASE WHEN i % 3 > 0 THEN 'four_star' END, CASE WHEN i % 3 > 0 THEN at END
    FROM (SELECT i, '2025-01-01'::timestamptz + i * interval '10 minutes 30 seconds' AS at FROM generate_series(1, ${CASES}) i) x;
    INSERT INTO feedback (case_id, resolution, assignee_id, group_id, asked_at, rating, rating_type, comment, submitted_at, changed_at)
    SELECT id, 1, ${desk.agent.id}, group_id, resolved_at, rating, rating_type, CASE WHEN id % 5 = 0 AND rating IS NOT NULL THEN 'Well' ELSE '' END,
      rated_at, rated_at FROM cases;
    SET session_replication_role = DEFAULT;
    ANALYZE;`);
}

import { filtersApi, type Condition, type CreateFilter, type FilterSort } from '@bureau/contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aFullDesk, type FullDesk } from '../../../../../test/fixtures/plans.ts';

const CASES = 100_000;
/** No statement that people wait for may look at more rows of a table than this. */
const ROWS_AT_MOST = 10_000;

let full: FullDesk;
let desk: TestDesk;
beforeAll(async () => {
  full = await aFullDesk(fill);
  ({ desk } = full);
}, 180_000);
afterAll(() => full.close());

const greedy = () => full.greedy(ROWS_AT_MOST);

async function read(filterId: number): Promise<void> {
  const agent = desk.as(desk.agent);
  const { next } = await agent.call(filtersApi.cases, { params: { filterId }, query: { limit: 50 } });
  if (next) await agent.call(filtersApi.cases, { params: { filterId }, query: { limit: 50, cursor: next } });
}

it('lists and counts the filters of every desk without reading the table', async () => {
  const { items } = await desk.as(desk.agent).call(filtersApi.list, {});
  for (const { id } of items) await read(id);
  await desk.as(desk.agent).call(filtersApi.counts, {});

  expect(await greedy()).toEqual([]);
}, 120_000);

const open: Condition = { field: 'case.status', operator: 'is', value: ['new', 'open', 'pending'] };
const CUSTOM: [about: string, Condition[], FilterSort?][] = [
  ['a label', [{ field: 'case.labels', operator: 'is', value: 7 }]],
  ['one of two labels', [{ field: 'case.labels', operator: 'is', value: [7, 8] }]],
  ['a custom field', [{ field: 'case.custom.plan', operator: 'is', value: 'plan 17' }]],
  ['a group', [{ field: 'case.group', operator: 'is', value: 3 }]],
  ['a group, by waiting', [{ field: 'case.group', operator: 'is', value: 3 }, open], 'waitingSince'],
  ['everything open, by waiting', [open], 'waitingSince'],
  ['everything open, by priority', [open], 'priority'],
  ['everything, by creation', [], 'createdAt'],
  ['a company', [{ field: 'company.id', operator: 'is', value: 5 }]],
  ['words of the subject', [{ field: 'case.subject', operator: 'contains', value: 'case 9999' }]],
  ['the whole subject', [{ field: 'case.subject', operator: 'is', value: 'case 777' }]],
  ['the name of the customer', [{ field: 'customer.name', operator: 'contains', value: 'customer 777' }]],
  ['the last open hours', [{ field: 'case.businessHoursSinceCreated', operator: 'less-than', value: 8 }], 'createdAt'],
  ['the last hours', [{ field: 'case.hoursSinceCreated', operator: 'less-than', value: 24 }], 'createdAt'],
];

it.each(CUSTOM)(
  'lists and counts %s without reading the table',
  async (_, conditions, field = 'activeAt') => {
    const direction = field === 'waitingSince' ? 'asc' : 'desc';
    await readAndCount(conditions, { field, direction });

    expect(await greedy()).toEqual([]);
  },
  60_000,
);

it.each([
  ['open', [{ from: '00:00', to: '24:00' }]],
  ['closed', []],
])(
  'lists and counts what is of an open brand without reading the table while the brand is %s',
  async (_, hours) => {
    const week = JSON.stringify(Array.from({ length: 7 }, () => hours));
    await full.client.query(`UPDATE business_calendars SET week = $1 WHERE name = 'Nights'`, [week]);
    const ofAnOpenBrand: Condition = { field: 'case.businessHours', operator: 'is', value: true };
    await readAndCount([ofAnOpenBrand, open], { field: 'activeAt', direction: 'desc' });

    expect(await greedy()).toEqual([]);
  },
  60_000,
);

/** Reads a new filter, and counts it with all others; what was asked before is forgotten. */
async function readAndCount(conditions: Condition[], sort: CreateFilter['sort']): Promise<void> {
  const body = { name: 'Custom', conditions: { match: 'all' as const, conditions }, sort };
  const { id } = await desk.as(desk.agent).call(filtersApi.create, { body });
  full.asked.length = 0;
  await read(id);
  await desk.as(desk.agent).call(filtersApi.counts, {});
}

/** A desk with 100,000 cases, half of them closed; 20,000 customers of 2,000 companies, 10 groups, 20 labels. */
async function fill({ desk, client }: Pick<FullDesk, 'desk' | 'client'>): Promise<void> {
  const rows = `generate_series(1, ${CASES}) i`;
  await client.query(`
    SET session_replication_role = replica;
    INSERT INTO groups (name) SELECT 'Group ' || i FROM generate_series(1, 10) i;
    INSERT INTO group_members VALUES (4, ${desk.agent.id});
    WITH added AS (INSERT INTO business_calendars (name, week)
        SELECT 'Nights', jsonb_agg('[{"from": "20:00", "to": "04:00"}]'::jsonb) FROM generate_series(1, 7) RETURNING id)
      INSERT INTO brand_calendars SELECT ${desk.brandId}, id FROM added;
    INSERT INTO labels (name) SELECT 'Label ' || i FROM generate_series(1, 20) i;
    INSERT INTO custom_fields (owner, key, label, type) VALUES ('case', 'plan', 'Plan', 'list');
    UPDATE custom_fields_version SET version = version + 1;
    INSERT INTO companies (name) SELECT 'Company ' || i FROM generate_series(1, 2000) i;
    INSERT INTO customers (name, address, company_id)
      SELECT 'Customer ' || i, 'c' || i || '@people.example', 1 + i % 2000 FROM generate_series(1, ${CASES / 5}) i;
    INSERT INTO cases (brand_id, mailbox_id, customer_id, subject, status, channel, priority, assignee_id, group_id, label_ids,
                       custom_fields, waiting_since, snoozed_at, spam_at, deleted_at, active_at, created_at)
      SELECT ${desk.brandId}, ${desk.mailbox.id}, 1 + i % ${CASES / 5}, 'Case ' || i,
        (ARRAY['new', 'open', 'pending', 'resolved', 'closed', 'closed', 'closed', 'closed'])[1 + i % 8],
        CASE i % 500 WHEN 1 THEN 'phone' WHEN 2 THEN 'chat' WHEN 3 THEN 'twitter' WHEN 4 THEN 'qna' ELSE 'email' END,
        1 + i % 10, CASE WHEN i % 3 = 0 THEN ${desk.agent.id} END, 1 + i % 13, ARRAY[1 + i % 20]::bigint[],
        jsonb_build_object('plan', 'plan ' || i % 100), CASE WHEN i % 8 < 2 THEN at END,
        CASE WHEN i % 201 = 0 THEN at END, CASE WHEN i % 101 = 0 THEN at END, CASE WHEN i % 103 = 0 THEN at END, at, at
      FROM ${rows}, LATERAL (SELECT now() - make_interval(mins => ${CASES} - i) AS at) t;
    SET session_replication_role = DEFAULT`);
  await client.query('VACUUM ANALYZE');
}

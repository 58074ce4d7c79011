import { filtersApi } from '@bureau/contracts';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { greedyParts, overhearReads, type Asked } from '../../../../../test/fixtures/plans.ts';
import { DeskClient } from '../desk-client.fixture.ts';

const [CASES, CUSTOMERS, COMPANIES] = [100_000, 50_000, 20_000];
/** Of what belongs to cases: more than may be read. */
const SOME = 20_000;
/** A table may be walked through as far as this. */
const ROWS_AT_MOST = 10_000;

let desk: TestDesk;
let postgres: Client;
let client: DeskClient;
let asked: Asked[];
let filterId: number;
beforeAll(async () => {
  desk = await startTestDesk();
  client = new DeskClient(desk.as(desk.administrator));
  postgres = new Client({ connectionString: desk.database.url });
  await postgres.connect();
  await fill();
  const { id } = await desk.as(desk.administrator).call(filtersApi.create, {
    body: {
      name: 'A group',
      conditions: { match: 'all', conditions: [{ field: 'case.group', operator: 'is', value: 3 }] },
      visibility: { for: 'everyone' },
    },
  });
  filterId = id;
  asked = overhearReads(desk.sql);
}, 300_000);
afterAll(async () => {
  await postgres.end();
  await closeDesk(desk);
});
beforeEach(() => desk.clock.advance(60_000));

/** Lists of words and parts of words are made after the rows: kept up to date row by row they take most of the time. */
async function fill(): Promise<void> {
  const { rows } = await postgres.query<{ name: string; made: string }>(
    `SELECT indexname AS name, indexdef AS made FROM pg_indexes WHERE indexdef LIKE '%USING gin%'`,
  );
  for (const { name } of rows) await postgres.query(`DROP INDEX ${name}`);
  await fillTables();
  for (const { made } of rows) await postgres.query(made);
  await postgres.query('VACUUM ANALYZE');
}

async function fillTables(): Promise<void> {
  await postgres.query(`
    SET session_replication_role = replica;
    INSERT INTO groups (name) SELECT 'Group ' || i FROM generate_series(1, 400) i;
    INSERT INTO companies (name, external_id, custom_fields, created_at, updated_at)
      SELECT 'Company ' || i, 'o-' || i, jsonb_build_object('employer', 'e' || i), at, at
      FROM generate_series(1, ${COMPANIES}) i, LATERAL (SELECT now() - make_interval(mins => i) AS at) t;
    INSERT INTO company_domains (domain, company_id) SELECT 'd' || i || '.example', i FROM generate_series(1, ${COMPANIES}) i;
    INSERT INTO customers (name, first_name, last_name, address, company_id, external_id, custom_fields, created_at, updated_at)
      SELECT 'First' || i || ' Last' || i, 'First' || i, 'Last' || i, 'c' || i || '@people.example', 1 + i % ${COMPANIES},
        'c-' || i, jsonb_build_object('level', 'l' || i, 'orders', i), at, at
      FROM generate_series(1, ${CUSTOMERS}) i, LATERAL (SELECT now() - make_interval(mins => i) AS at) t;
    INSERT INTO customer_addresses (customer_id, address) SELECT id, address FROM customers WHERE address LIKE 'c%@people.example';
    INSERT INTO customer_contacts (customer_id, kind, value) SELECT id, 'phone', '+49 30 ' || id FROM customers;
    INSERT INTO customer_identities (customer_id, network, external_id, handle) SELECT id, 'x', id, 'h' || id FROM customers;
    INSERT INTO cases (brand_id, mailbox_id, customer_id, subject, status, channel, group_id, active_at, created_at,
        description, custom_fields, label_ids, priority, external_id, assignee_id)
      SELECT ${desk.brandId}, ${desk.mailbox.id}, 1 + i % ${CUSTOMERS}, 'Case ' || i, 'open', 'email', 1 + i % 400, at, at,
        CASE WHEN i < ${SOME} THEN 'Told ' || i ELSE '' END,
        CASE WHEN i < ${SOME} THEN jsonb_build_object('serial', 'SN' || i) ELSE '{}' END,
        CASE WHEN i % 1000 = 7 THEN '{7}'::bigint[] ELSE '{}' END, CASE WHEN i % 1000 = 7 THEN 9 ELSE 4 END, 'x-' || i,
        CASE WHEN i % 50 = 0 THEN ${desk.agent.id} END
      FROM generate_series(1, ${CASES}) i, LATERAL (SELECT now() - make_interval(mins => i) AS at) t;
    INSERT INTO labels (id, name) VALUES (7, 'Rare');
    INSERT INTO case_search (case_id, active_at, document)
      SELECT id, active_at, to_tsvector('simple', 'order word' || id) FROM cases WHERE id < ${SOME};
    INSERT INTO notes (case_id, sequence, text, author, at)
      SELECT id, 2, 'Between us ' || id, '{"kind": "system"}', created_at FROM cases WHERE id < ${SOME};
    INSERT INTO messages (id, case_id, sequence, direction, text, at) SELECT id, id, 1, 'in', 'Words', created_at FROM cases WHERE id < ${SOME};
    INSERT INTO attachments (message_id, position, file_name, content_type, size)
      SELECT id, 1, 'order-' || id || '.csv', 'text/csv', 8 FROM cases WHERE id < ${SOME};
    INSERT INTO feedback (case_id, resolution, rating, rating_type, submitted_at, assignee_id)
      SELECT id, 1, 2, 'four_star', created_at, ${desk.agent.id} FROM cases WHERE id < ${SOME};
    SET session_replication_role = DEFAULT`);
}

it.each([
  ...['/customers', '/customers?since_id=20000&per_page=100', '/customers?sort_field=updated_at&sort_direction=desc'],
  ...[
    '/customers?since_updated_at=1900000000',
    '/customers?company_id=77',
    '/customers/search?email=c77@people.example',
  ],
  ...[
    '/customers/search?first_name=irst777',
    '/customers/search?last_name=last7',
    '/customers/search?full_name=first777',
  ],
  ...['/customers/search?phone=30777', '/customers/search?twitter=@h777', '/customers/search?external_id=c-77'],
  ...['/customers/search?q=c777@people', '/customers/search?custom_level=l77', '/customers/search?custom_orders=77'],
  ...[
    '/companies?ids=1,2,3',
    '/companies?since_id=500',
    '/companies/search?q=company+777',
    '/companies/search?q=d77.ex',
  ],
  ...['/companies?since_updated_at=1900000000', '/companies/search?custom_employer=e77', '/companies/77/customers'],
  ...['/companies/77/cases', '/customers/77/cases', '/customers/77', '/companies/77'],
])('%s is answered without walking through a table', async (path) => {
  asked.splice(0);
  expect((await client.get(path)).status).toBe(200);
  expect(await walked()).toEqual([]);
});

it.each([
  ...[
    'q=word777',
    'name=first777',
    'first_name=first777',
    'last_name=last777',
    'email=c777@people.example',
    'phone=30777',
  ],
  ...['company=company+777', 'twitter=h777', 'labels=Rare', 'case_id=7,77', 'subject=case+777', 'description=told+777'],
  ...['priority=9', 'assigned_group=Group+7', 'assigned_user=Mia+Larsen', 'notes=us+777', 'attachments=order-777'],
  ...['external_id=x-777', 'custom_serial=SN777', 'since_id=99900', 'max_id=50', 'customer_id=77', 'company_id=77'],
  ...['status=resolved', 'channels=phone', 'created=today', 'max_created_at=1', 'max_updated_at=1'],
  ...['since_updated_at=4000000000', 'since_created_at=4000000000', 'since_id=99900&sort_field=id&page=2'],
])('cases are searched by %s without looking at many', async (query) => {
  asked.splice(0);
  expect((await client.get(`/cases/search?${query}`)).status).toBe(200);
  expect(await walked({ by: '' })).toEqual([]);
});

it.each([
  ...['/cases', '/cases?sort_field=updated_at&sort_direction=desc&per_page=100', '/notes?per_page=100', '/feedbacks'],
  ...['/notes?since_updated_at=4000000000', '/feedbacks?since_updated_at=4000000000', '/interactions?per_page=100'],
  ...['/interactions?since_id=10000', '/interactions?since_updated_at=0&since_id=10000'],
])('%s is listed without walking through a table', async (path) => {
  asked.splice(0);
  expect((await client.get(path)).status).toBe(200);
  const counted = /^SELECT (?:count|max)/;
  expect((await walked()).filter((part) => !counted.test(part.split('): ')[1] ?? ''))).toEqual([]);
});

it('who walks by pages or in the order of change reads no more at the end than at the beginning', async () => {
  const query = '/cases?since_updated_at=0&sort_field=updated_at&sort_direction=asc&per_page=100';
  await client.get(query);
  asked.splice(0);
  expect((await client.get(`${query}&page=2`)).body._embedded.entries).toHaveLength(100);
  const entries = asked.filter(({ text }) => text.includes('AS json'));
  expect(entries).toHaveLength(1);
  expect(await greedyParts(postgres, entries[0]!, 1_000)).toEqual([]);
});

it('the cases of a filter are listed, counted and polled without walking through a table', async () => {
  asked.splice(0);
  for (const rest of ['', '?page=2', '?sort_field=id', '/changes?cids=1,2,3&cflpt=1900000000']) {
    expect((await client.get(`/filters/${filterId}/cases${rest}`)).status).toBe(200);
  }
  expect(await walked()).toEqual([]);
});

/** What was asked since and walks: through a table, or, `by: ''`, through anything. */
async function walked({ by = 'Seq Scan' } = {}): Promise<string[]> {
  const found: string[] = [];
  expect(asked.length).toBeGreaterThan(1);
  for (const one of asked.splice(0)) found.push(...(await greedyParts(postgres, one, ROWS_AT_MOST)));
  return found.filter((part) => part.startsWith(by));
}

import { CaseView, casesApi, customersApi, filtersApi, intakeApi, searchApi, type CaseScope } from '@bureau/contracts';
import { SEARCH_FACETS } from '@bureau/cases';
import { Database, type Statement } from '@bureau/platform';
import { Client, DatabaseError } from 'pg';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../test/fixtures/desk.ts';
import type { ApiClient } from '../../../test/fixtures/api-client.ts';
import { sendMail } from '../../../test/fixtures/mail.ts';

const CASES = 100_000;
const MESSAGES = 5 * CASES;
/** No statement that people wait for may look at more rows of a table than this. */
const ROWS_AT_MOST = 10_000;
const UNIQUE_VIOLATION = '23505';

interface Asked {
  /** Named statements are planned once for all values, the others for each. */
  named: boolean;
  text: string;
  values: unknown[];
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Plan Rows': number;
  /** Absent when the statement was only planned. */
  'Actual Rows'?: number;
  'Actual Loops'?: number;
  'Rows Removed by Filter'?: number;
  Plans?: PlanNode[];
}

const RESTRICTIONS: Restriction[] = (['all', 'groups', 'assigned'] as const)
  .flatMap((scope) => [false, true].map((brands) => ({ scope, brands })))
  .filter(({ scope, brands }) => scope !== 'all' || brands);

let desk: TestDesk;
let client: Client;
const asked = new Map<string, Asked>();

beforeAll(async () => {
  desk = await startTestDesk();
  client = new Client({ connectionString: desk.database.url });
  await client.connect();
  await fill();
  overhear(desk.sql);
}, 120_000);
afterAll(async () => {
  await client.end();
  await closeDesk(desk);
});

it('lists every view, for everybody, a brand or a customer, without reading the table', async () => {
  const agent = desk.as(desk.agent);
  await listEverything(agent);
  await agent.call(filtersApi.counts, {});

  expect(await readers()).toEqual([]);
}, 60_000);

it.each(RESTRICTIONS)(
  'lists and searches for somebody who sees %o without reading the table',
  async (restriction) => {
    const agent = desk.as(await somebodyWhoSees(restriction));
    await listEverything(agent);
    await agent.call(filtersApi.counts, {});
    await searchEverything(agent);

    expect(await readers()).toEqual([]);
  },
  120_000,
);

it('searches for words common and rare, phrases and operators without reading a table', async () => {
  await searchEverything(desk.as(desk.agent));
  for (const q of ['customer-70', 'C7', 'Cc70', '12345']) {
    await desk.as(desk.agent).call(searchApi.customers, { query: { q } });
  }
  await desk.as(desk.agent).call(customersApi.list, { query: {} });
  for (const q of ['people', 'customer-70', 'C7777', 'nobodyiscalledso', '0301234']) {
    await desk.as(desk.agent).call(customersApi.list, { query: { q } });
  }

  expect(await readers()).toEqual([]);
}, 120_000);

it('opens, reads, answers and changes a case without reading a table', async () => {
  const agent = desk.as(desk.agent);
  const customer = { address: 'customer-70@people.example', name: '' };
  const opened = await agent.call(casesApi.open, {
    body: { subject: 'Late', text: 'Where is it?', customer, priority: 4 },
  });
  const params = { caseId: opened.id };
  await agent.call(casesApi.feed, { params, query: { limit: 50 } });
  const key = { 'idempotency-key': crypto.randomUUID() };
  await agent.call(casesApi.reply, { params, body: { text: 'On its way.', sequence: opened.sequence } }, key);
  await agent.call(casesApi.update, { params, body: { assigneeId: desk.agent.id } });
  await desk.drain();

  expect(await readers()).toEqual([]);
}, 60_000);

it('finds the case that a mail belongs to without reading a table', async () => {
  await sendMail(desk, { from: 'customer-70@people.example', subject: 'Case 350', inReplyTo: '<700@mail.example>' });
  await sendMail(desk, { from: 'customer-71@people.example', subject: 'Case 351' });
  await desk.drain();

  expect(await readers()).toEqual([]);
}, 60_000);

it('shows the ledger, whole or narrowed down, without reading the table', async () => {
  const administrator = desk.as(desk.administrator);
  const days = { day: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10) };
  for (const query of [{}, { fate: 'held' as const }, { mailboxId: '2' }, { caseId: '77' }, days]) {
    await administrator.call(intakeApi.list, { query: { limit: 50, ...query } });
  }

  expect(await readers()).toEqual([]);
}, 60_000);

async function listEverything(agent: ApiClient): Promise<void> {
  for (const view of CaseView.options) {
    for (const scope of [{}, { brandId: '1' }, { customerId: '7' }]) {
      const query = { view, limit: 50, ...scope };
      const { next } = await agent.call(casesApi.list, { query });
      if (next) await agent.call(casesApi.list, { query: { ...query, cursor: next } });
    }
  }
}

async function searchEverything(agent: ApiClient): Promise<void> {
  const searches = [
    'grinder',
    'order70123',
    'nobodywrotethis',
    'grinder machine',
    '"coffee machine"',
    '"machine coffee"',
    'grinder -coffee',
    'grin*',
    'status:open grinder',
    'is:unassigned',
    'is:spam',
    'has:note',
    'from:customer-70@people.example',
    'customer:customer-70@people.example grinder',
    'assigned:me grinder',
    'before:30d grinder',
    'after:30d grinder',
    '#70123',
  ];
  for (const q of searches) {
    const { next } = await agent.call(searchApi.cases, { query: { q } });
    if (next) await agent.call(searchApi.cases, { query: { q, cursor: next } });
  }
}

interface Restriction {
  scope: CaseScope;
  brands: boolean;
}

/** An agent of a role of his own; he is in one group, and serves one brand. */
async function somebodyWhoSees({ scope, brands }: Restriction): Promise<Person> {
  const person = await desk.aUser({});
  await client.query(`
    WITH narrow AS (
      INSERT INTO roles (name, permissions, case_scope, own_brands_only)
      SELECT '${scope} ${brands}', permissions, '${scope}', ${brands} FROM roles WHERE key = 'agent' RETURNING id
    ), served AS (INSERT INTO user_brands (user_id, brand_id) VALUES (${person.id}, ${desk.brandId}))
    UPDATE users SET role_id = narrow.id FROM narrow WHERE users.id = ${person.id}`);
  await client.query(`INSERT INTO group_members (group_id, user_id) SELECT id, ${person.id} FROM groups LIMIT 1`);
  await client.query(`UPDATE cases SET assignee_id = ${person.id} WHERE id % 500 = 3; TRUNCATE search_dirty`);
  await client.query(
    `UPDATE case_search SET document = document || array_to_tsvector(ARRAY['a:${person.id}']) WHERE case_id % 500 = 3`,
  );
  return person;
}

/** Remembers what the desk asks the database, and lets it through. */
function overhear(database: Database): void {
  for (const method of ['rows', 'run'] as const) {
    const ask = database[method].bind(database);
    vi.spyOn(database, method).mockImplementation((query: Statement | string, values: unknown[] = []) => {
      const named = typeof query !== 'string';
      const text = named ? query.text : query;
      asked.set(text + values.map((value) => value === null), { named, text, values });
      return ask(query, values) as never;
    });
  }
}

/** The statements asked so far that look at too many rows of a table, with what they looked at. */
async function readers(): Promise<string[]> {
  const found: string[] = [];
  const statements = [...asked.values()];
  asked.clear();
  expect(statements.length).toBeGreaterThan(0);
  for (const { named, text, values } of statements) {
    if (!/^\s*(?:select|insert|update|delete|with)/i.test(text)) continue;
    for (const mode of named ? ['force_custom_plan', 'force_generic_plan'] : ['force_custom_plan']) {
      const greedy = nodesOf(await planOf(text, values, mode)).filter((node) => rowsOf(node) > ROWS_AT_MOST);
      found.push(...greedy.map((node) => `${node['Node Type']} of ${node['Relation Name']} (${mode}): ${text}`));
    }
  }
  return found;
}

async function planOf(text: string, values: unknown[], mode: string): Promise<PlanNode> {
  const literals = values.map(literalOf);
  const call = literals.length > 0 ? `asked (${literals.join(', ')})` : 'asked';
  await client.query(`BEGIN; SET LOCAL plan_cache_mode = ${mode}; PREPARE asked AS ${text}; SAVEPOINT before`);
  try {
    return await explain(`EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE ${call}`);
  } catch (error) {
    // What was inserted once cannot be inserted again: then the plan alone must do.
    if (!(error instanceof DatabaseError) || error.code !== UNIQUE_VIOLATION) throw error;
    await client.query('ROLLBACK TO before');
    return await explain(`EXPLAIN (FORMAT JSON) EXECUTE ${call}`);
  } finally {
    await client.query('ROLLBACK; DEALLOCATE ALL');
  }
}

async function explain(command: string): Promise<PlanNode> {
  const { rows } = await client.query(command);
  return rows[0]['QUERY PLAN'][0].Plan;
}

function literalOf(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Buffer.isBuffer(value)) return client.escapeLiteral(`\\x${value.toString('hex')}`);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => (item === null ? 'NULL' : JSON.stringify(item)));
    return client.escapeLiteral(`{${items.join(',')}}`);
  }
  return client.escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

/** How many rows a node has looked at, or would. */
function rowsOf(node: PlanNode): number {
  const { 'Actual Rows': rows, 'Actual Loops': loops = 1, 'Rows Removed by Filter': removed = 0 } = node;
  if (rows !== undefined) return (rows + removed) * loops;
  return node['Node Type'] === 'Seq Scan' ? node['Plan Rows'] : 0;
}

/** Many light rows in every table that grows; one brand, one agent, 20,000 customers. */
async function fill(): Promise<void> {
  const at = `now() - make_interval(mins => ${CASES} - i)`;
  const rows = `generate_series(1, ${CASES}) i`;
  await client.query(`
    SET session_replication_role = replica;
    INSERT INTO customers (name, address) SELECT 'C' || i, 'customer-' || i || '@people.example' FROM generate_series(1, ${CASES / 5}) i;
    INSERT INTO customer_addresses (address, customer_id) SELECT address, id FROM customers;
    INSERT INTO mailboxes (brand_id, address, name) VALUES (${desk.brandId}, 'quiet@larkspur.example', 'Quiet');
    INSERT INTO groups (name) SELECT 'Group ' || i FROM generate_series(1, 4) i;
    INSERT INTO cases (brand_id, mailbox_id, customer_id, subject, group_id, status, assignee_id, sequence, active_at)
      SELECT ${desk.brandId}, ${desk.mailbox.id}, 1 + i % ${CASES / 5}, 'Case ' || i, 1 + i / 8 % 4,
        (ARRAY['new', 'open', 'pending', 'resolved', 'closed', 'closed', 'closed', 'closed'])[1 + i % 8],
        CASE WHEN i % 3 = 0 THEN ${desk.agent.id} END, 7, ${at} FROM ${rows};
    INSERT INTO case_events (case_id, sequence, event, actor) SELECT i, 1, 'case.opened', '{}' FROM ${rows};
    INSERT INTO messages (case_id, sequence, direction, message_id, from_address, at)
      SELECT 1 + (i - 1) / 5, 2 + i % 5, 'in', i || '@mail.example', 'somebody@people.example', now() FROM generate_series(1, ${MESSAGES}) i;
    INSERT INTO deliveries (message_id, case_id, state, recipients) SELECT i, 1 + (i - 1) / 5, 'sent', '{}' FROM ${rows};
    INSERT INTO intake_items (source, external_id, mailbox_id, received_at, envelope, raw_sha256, size, fate, case_id, content_hash)
      SELECT 'smtp', i, ${desk.mailbox.id}, ${at}, '{}', 'sha', 1, 'message', 1 + i / 2, md5(i::text) FROM ${rows};
    INSERT INTO outbox (name, payload, relayed_at) SELECT 'case.opened', '{}', ${at} FROM ${rows};
    INSERT INTO handled_events (event_id, subscriber) SELECT id, 'somebody' FROM outbox;
    INSERT INTO idempotency_keys (actor, key, request_hash) SELECT 'user:1', i, '' FROM ${rows};
    INSERT INTO blobs (sha256, size) SELECT md5(i::text), 1 FROM ${rows};
    INSERT INTO drafts (case_id, user_id, html, text, sequence, updated_at) SELECT i, ${desk.agent.id}, '', '', 2, now() FROM ${rows};
    INSERT INTO auto_answers (address, at) SELECT i || '@people.example', ${at} FROM ${rows};
    INSERT INTO case_search (case_id, active_at, document)
      SELECT c.id, c.active_at, array_to_tsvector(${SEARCH_FACETS} || ARRAY['f:' || p.address])
        || to_tsvector('bureau', 'order' || c.id || ' word' || c.id % 100 || CASE WHEN c.id % 5 < 3 THEN ' grinder coffee' ELSE '' END
          || CASE WHEN c.id % 2 = 0 THEN ' machine' ELSE ' lid' END || CASE WHEN c.id % 7 = 0 THEN ' coffee machine' ELSE '' END)
      FROM cases c JOIN customers p ON p.id = c.customer_id;
    SET session_replication_role = DEFAULT`);
  await client.query('VACUUM ANALYZE');
}

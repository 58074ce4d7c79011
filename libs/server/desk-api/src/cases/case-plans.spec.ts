import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { greedyParts, overhearReads, type Asked } from '../../../../../test/fixtures/plans.ts';
import { DeskClient } from '../desk-client.fixture.ts';

const CASES = 30_000;
/** No statement may look at more rows of a table than this. */
const ROWS_AT_MOST = 5_000;

let desk: TestDesk;
let client: Client;
let asked: Asked[];
beforeAll(async () => {
  desk = await startTestDesk();
  client = new Client({ connectionString: desk.database.url });
  await client.connect();
  await fill();
  asked = overhearReads(desk.sql);
}, 120_000);
afterAll(async () => {
  await client.end();
  await closeDesk(desk);
});

it.each([
  '/interactions?per_page=100',
  `/interactions?since_id=${CASES}&per_page=100`,
  '/cases/777/feed?sort_direction=desc',
  '/cases/777/attachments',
  '/cases/777/message/attachments',
  `/cases/777/replies/${CASES + 777}/attachments`,
  '/cases/777/links',
  '/cases/777/feedbacks',
])('%s is answered without reading a table', async (address) => {
  asked.length = 0;
  const { status } = await new DeskClient(desk.as(desk.administrator)).get(address);
  expect(status).toBe(200);
  const statements = new Map(asked.splice(0).map((one) => [one.text, one]));
  expect(statements.size).toBeGreaterThan(0);
  const greedy: string[] = [];
  for (const one of statements.values()) greedy.push(...(await greedyParts(client, one, ROWS_AT_MOST)));
  expect(greedy).toEqual([]);
});

/** Each case has a message, a reply, a note, and a file of each. */
async function fill(): Promise<void> {
  const messages = (first: number, sequence: number, direction: string) => `
    INSERT INTO messages (id, case_id, sequence, direction, text, at)
      SELECT ${first} + i, i, ${sequence}, '${direction}', 'Words', now() FROM generate_series(1, ${CASES}) i;`;
  await client.query(`
    SET session_replication_role = replica;
    INSERT INTO customers (name, address) VALUES ('Ana Flores', 'ana@people.example');
    INSERT INTO cases (id, brand_id, mailbox_id, customer_id, subject, status, channel, priority, active_at, created_at)
      SELECT i, ${desk.brandId}, ${desk.mailbox.id}, (SELECT max(id) FROM customers), 'Case ' || i, 'open', 'email', 4, now(), now()
      FROM generate_series(1, ${CASES}) i;
    ${messages(0, 1, 'in')}
    ${messages(CASES, 2, 'out')}
    INSERT INTO notes (id, case_id, sequence, text, author, at)
      SELECT i, i, 3, 'Between us', '{"kind": "system"}', now() FROM generate_series(1, ${CASES}) i;
    INSERT INTO attachments (message_id, position, file_name, content_type, size)
      SELECT i, 1, 'order.csv', 'text/csv', 8 FROM generate_series(1, ${CASES * 2}) i;
    INSERT INTO attachments (note_id, position, file_name, content_type, size)
      SELECT i, 1, 'order.csv', 'text/csv', 8 FROM generate_series(1, ${CASES}) i;
    INSERT INTO case_links (case_id, url, created_at)
      SELECT i, 'https://tracker.example/' || i, now() FROM generate_series(1, ${CASES}) i;
    SET session_replication_role = origin;
    ANALYZE;`);
}

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aFullDesk, type FullDesk } from '../../../../../test/fixtures/plans.ts';
import { DeskClient } from '../desk-client.fixture.ts';

const CASES = 30_000;
/** No statement may look at more rows of a table than this. */
const ROWS_AT_MOST = 5_000;

let full: FullDesk;
let desk: TestDesk;
beforeAll(async () => {
  full = await aFullDesk(fill);
  ({ desk } = full);
}, 120_000);
afterAll(() => full.close());

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
  full.asked.length = 0;
  const { status } = await new DeskClient(desk.as(desk.administrator)).get(address);
  expect(status).toBe(200);
  expect(await full.greedy(ROWS_AT_MOST)).toEqual([]);
});

/** Each case has a message, a reply, a note, and a file of each. */
async function fill({ desk, client }: Pick<FullDesk, 'desk' | 'client'>): Promise<void> {
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

import { casesApi, customersApi, intakeApi, socialAccountsApi, socialPostsApi } from '@bureau/contracts';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { greedyParts, overhearEverything, type Asked } from '../../../../../test/fixtures/plans.ts';
import { XPostsToAskFor } from '../x/poll/x-posts-to-ask-for.ts';
import { aBatch, aMention, APPS, EVERYTHING, tell, type TestAccount } from './in/social-in.fixture.ts';
import { OutgoingPostsRepository } from './out/outgoing-posts.repository.ts';
import { WakeDeliveriesOnSocialAccountChanged } from './out/wake-deliveries.on-social-account-changed.ts';

const CASES = 100_000;
const PEOPLE = CASES / 5;
/** No statement may look at more rows of a table than this, however much was ever said on the networks. */
const ROWS_AT_MOST = 1_000;
const OF_NETWORKS = /social_|customer_identities|intake_items|deliveries/u;

let desk: TestDesk;
let client: Client;
let asked: Asked[];

const x: TestAccount = { id: 1, network: 'x', externalId: '1001', handle: 'acme' };
const page: TestAccount = { id: 2, network: 'facebook', externalId: '2002', handle: '' };

beforeAll(async () => {
  desk = await startTestDesk({ env: APPS });
  client = new Client({ connectionString: desk.database.url });
  await client.connect();
  await fill();
  asked = overhearEverything(desk.sql);
}, 180_000);
afterAll(async () => {
  await client.end();
  await closeDesk(desk);
});

/** What was asked of the tables of networks since, and looked at too much. */
async function greedy(): Promise<string[]> {
  const statements = new Map(asked.splice(0).map((one) => [one.text, one]));
  const ours = [...statements.values()].filter(({ text }) => OF_NETWORKS.test(text) && isRepeatable(text));
  expect(ours.length).toBeGreaterThan(0);
  const found: string[] = [];
  for (const one of ours) found.push(...(await greedyParts(client, one, ROWS_AT_MOST)));
  return found;
}

/** What was inserted once cannot be inserted again. */
function isRepeatable(text: string): boolean {
  return !/INSERT INTO/u.test(text) || text.includes('ON CONFLICT');
}

it('takes what is told, finds its case and its writer, and knows what it has heard before', async () => {
  const post = { writer: 'w77', conversation: 'c777', answers: 'p777' };
  for (const given of [post, post, { ...post, writer: 'nobody' }, { quotes: 'p778' }])
    await tell(desk, 'x', aMention(desk, x, given));
  const from = { id: 'w1002', name: 'Don' };
  const comment = {
    item: 'comment',
    verb: 'add',
    comment_id: 'n1',
    post_id: 'c2',
    parent_id: 'p2',
    from,
    message: 'Hm',
  };
  const removed = { item: 'comment', verb: 'remove', comment_id: 'p4', post_id: 'c4', from };
  const message = { sender: { id: 'w6' }, recipient: { id: page.externalId }, message: { mid: 'm_n', text: 'Hm' } };
  await tell(desk, 'facebook', aBatch(desk, page, { changes: [comment, removed], messaging: [message] }));
  await desk.drain();
  expect(await greedy()).toEqual([]);
}, 60_000);

it('knows an echo, what X is to be asked about, and what waits for an account', async () => {
  const out = desk.running.get(OutgoingPostsRepository);
  await out.pending(x.id);
  await out.known(x.id, ['p1', 'p2']);
  const toAskFor = desk.running.get(XPostsToAskFor);
  await toAskFor.ours(x.id);
  await toAskFor.ofCases(x.id, new Date(Date.now() - 7 * 86_400_000));
  await desk.running.get(WakeDeliveriesOnSocialAccountChanged).connected({ accountId: x.id });
  expect(await greedy()).toEqual([]);
}, 60_000);

it('shows a case with its posts, who wrote them, and how to answer', async () => {
  const agent = desk.as(desk.agent);
  for (const caseId of [70_001, 70_002]) {
    const params = { caseId };
    const { sequence } = await agent.call(casesApi.get, { params });
    const { items } = await agent.call(casesApi.feed, { params, query: { limit: 50 } });
    expect(items.some((item) => item.kind === 'message' && item.post !== null)).toBe(true);
    await agent.call(socialPostsApi.thread, { params });
    await agent.call(socialPostsApi.ways, { params, query: {} });
    const key = { 'idempotency-key': crypto.randomUUID() };
    await agent.call(casesApi.reply, { params, body: { text: 'On its way.', sequence } }, key);
    await agent.call(customersApi.get, { params: { customerId: 1 + (caseId % PEOPLE) } });
  }
  await desk.drain();
  expect(await greedy()).toEqual([]);
}, 60_000);

it('shows the accounts, and what came to one of them', async () => {
  const administrator = desk.as(desk.administrator);
  await administrator.call(socialAccountsApi.list, {});
  const first = await administrator.call(intakeApi.list, { query: { limit: 5, socialAccountId: '3' } });
  await administrator.call(intakeApi.list, { query: { limit: 5, socialAccountId: '3', cursor: first.next ?? '' } });
  await administrator.call(intakeApi.list, { query: { limit: 50, socialAccountId: '1', fate: 'held' } });
  expect(await greedy()).toEqual([]);
}, 60_000);

/**
 * A hundred thousand cases, each with a post of its writer and an answer. Two accounts have almost all of it, half each; a
 * third one has a handful.
 */
async function fill(): Promise<void> {
  const rows = `generate_series(1, ${CASES}) i`;
  const account = `CASE WHEN i % 10000 = 0 THEN 3 ELSE 1 + (i + 1) % 2 END`;
  const at = `now() - make_interval(mins => ${CASES} - i)`;
  const imports = (network: 'x' | 'facebook') => client.escapeLiteral(JSON.stringify(EVERYTHING[network]));
  await client.query(`
    SET session_replication_role = replica;
    INSERT INTO social_accounts (network, external_id, handle, name, brand_id, imports, connected_at, is_default)
      VALUES ('x', '1001', 'acme', 'Acme', ${desk.brandId}, ${imports('x')}, now() - interval '1 year', true),
        ('facebook', '2002', '', 'Acme', ${desk.brandId}, ${imports('facebook')}, now() - interval '1 year', true),
        ('x', '3003', 'other', 'Other', ${desk.brandId}, ${imports('x')}, now() - interval '1 year', false);
    INSERT INTO customers (name) SELECT 'C' || i FROM generate_series(1, ${PEOPLE}) i;
    INSERT INTO customer_identities (customer_id, network, external_id, handle)
      SELECT i, CASE WHEN i % 2 = 1 THEN 'x' ELSE 'facebook' END, 'w' || i, 'h' || i FROM generate_series(1, ${PEOPLE}) i;
    INSERT INTO cases (brand_id, customer_id, subject, status, sequence, active_at, channel, social_account_id, social_key)
      SELECT ${desk.brandId}, 1 + i % ${PEOPLE}, 'Case ' || i, 'open', 9, ${at},
        CASE WHEN i % 2 = 1 THEN 'twitter' ELSE 'facebook' END, ${account}, 'c' || i || '|w' || 1 + i % ${PEOPLE} FROM ${rows};
    INSERT INTO messages (case_id, sequence, direction, channel, text, from_name, at)
      SELECT i, 2, 'in', CASE WHEN i % 2 = 1 THEN 'twitter' ELSE 'facebook' END, 'It leaks', 'Don', ${at} FROM ${rows};
    INSERT INTO messages (case_id, sequence, direction, channel, text, from_name, at)
      SELECT i, 3, 'out', CASE WHEN i % 2 = 1 THEN 'twitter' ELSE 'facebook' END, 'Sorry', 'Acme', ${at} FROM ${rows};
    INSERT INTO social_posts (account_id, external_id, edition_id, kind, conversation_id, writer_id, message_id, posted_at)
      SELECT ${account}, 'p' || i, 'p' || i, CASE WHEN i % 10 = 6 THEN 'message' WHEN i % 2 = 1 THEN 'post' ELSE 'comment' END,
        'c' || i, 'w' || 1 + i % ${PEOPLE}, i, ${at} FROM ${rows};
    INSERT INTO social_posts (account_id, external_id, edition_id, kind, conversation_id, parent_id, by_account, message_id, posted_at)
      SELECT ${account}, 'a' || i, 'a' || i, CASE WHEN i % 10 = 6 THEN 'message' WHEN i % 2 = 1 THEN 'reply' ELSE 'comment' END,
        'c' || i, 'p' || i, true, ${CASES} + i, ${at} FROM ${rows};
    INSERT INTO deliveries (message_id, case_id, state, recipients, route, attempts, next_attempt_at)
      SELECT ${CASES} + i, i, CASE WHEN i % 5000 = 0 THEN 'pending' ELSE 'sent' END, '{}',
        jsonb_build_object('accountId', ${account}, 'parts', '[]'::jsonb, 'network', 'x'), 1, now() + interval '1 hour' FROM ${rows};
    INSERT INTO intake_items (source, external_id, social_account_id, received_at, envelope, raw_sha256, size, fate, case_id)
      SELECT 'x:' || ${account}, 'post:p' || i, ${account}, ${at}, '{}', md5(i::text), 1,
        CASE WHEN i % 5000 = 1 THEN 'held' ELSE 'message' END, i FROM ${rows};
    INSERT INTO blobs (sha256, size) SELECT md5(i::text), 1 FROM ${rows};
    SET session_replication_role = DEFAULT`);
  await client.query('VACUUM ANALYZE');
}

import type { Network, SocialAccount } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connectAccounts,
  startDeskAndNetworks,
  type DeskAndNetworks,
} from '../../../../../../../test/fixtures/networks.ts';
import { PollAccounts } from './poll-accounts.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** How often the desk looks whose turn it is. */
const SLOT_MS = 15_000;
const ACCOUNTS = 20;

let world: DeskAndNetworks;

beforeAll(async () => {
  world = await startDeskAndNetworks();
  world.outside.x.deliver({ kind: 'lost' });
  world.outside.facebook.deliveries.setManner({ kind: 'lost' });
});
afterAll(() => world.close());

async function connected(network: Network, as: string): Promise<SocialAccount> {
  const [account] = await connectAccounts(world, network, { as });
  if (!account) throw new Error(`${as} was not connected.`);
  return account;
}

/** Time passes for the desk and for the networks. */
function pass(milliseconds: number): void {
  world.desk.clock.advance(milliseconds);
  world.outside.x.turnClock({ advanceMs: milliseconds });
  world.outside.facebook.turnClock({ advanceMs: milliseconds });
}

/** Everything whose turn comes while so much time passes. */
async function poll(
  accounts: readonly SocialAccount[],
  { forMs, stepMs = SLOT_MS }: { forMs: number; stepMs?: number },
) {
  const poller = world.desk.running.get(PollAccounts);
  for (let passed = 0; passed < forMs; passed += stepMs) {
    pass(stepMs);
    await Promise.all(accounts.map(({ id }) => poller.run({ accountId: id })));
  }
}

/** What was said to an account and is a message of a case, by its words. */
async function heardBy({ id }: SocialAccount): Promise<string[]> {
  await world.desk.drain(60_000);
  const rows = await world.desk.sql.rows<{ text: string }>(
    `SELECT m.text FROM messages m JOIN social_posts p ON p.message_id = m.id
     WHERE p.account_id = $1 AND m.direction = 'in' ORDER BY 1`,
    [id],
  );
  return rows.map(({ text }) => text);
}

const numbered = (words: string, count: number) => Array.from({ length: count }, (_, n) => `${words} ${1000 + n}`);

const asked = (path: string) => world.outside.x.requests.of('GET', path);

describe('a day on which nobody says anything', () => {
  it('costs no more than a small part of what networks allow, and keys are renewed on the way', async () => {
    const { x, facebook } = world.outside;
    const [account, page] = [await connected('x', 'larkspurcoffee'), await connected('facebook', 'noor')];
    const begun = x.requests.since(0).at(-1)?.sequence ?? 0;
    const begunOnFacebook = facebook.requests.since(0).at(-1)?.sequence ?? 0;
    await poll([account, page], { forMs: 24 * HOUR_MS, stepMs: 2 * MINUTE_MS });

    const reads = (service: typeof x | typeof facebook, since: number) =>
      service.requests.since(since).filter(({ path }) => !path.includes('profile'));
    const onX = reads(x, begun);
    expect(onX.filter(({ path }) => path === '/2/oauth2/token').length).toBeGreaterThanOrEqual(11);
    expect(onX.filter(({ path }) => path.endsWith('/mentions')).length).toBeLessThanOrEqual(24 * 30);
    // X lets an account ask 28,800 times a day for its mentions alone, Facebook lets this page ask 48,000 times.
    expect(onX.length).toBeLessThan(5_000);
    expect(reads(facebook, begunOnFacebook).length).toBeLessThan(3_000);
    expect([x.violations(), facebook.violations()]).toEqual([[], []]);
    expect([await stateOf(account), await stateOf(page)]).toEqual(['ok', 'ok']);
  }, 120_000);
});

describe('many accounts of X', () => {
  let accounts: SocialAccount[];

  beforeAll(async () => {
    const { x } = world.outside;
    accounts = [];
    for (let n = 0; n < ACCOUNTS; n++) {
      x.act({ kind: 'join', username: `brand${n}`, name: `Brand ${n}` });
      accounts.push(await connected('x', `brand${n}`));
    }
    x.act({ kind: 'join', username: 'talker', name: 'Talker' });
  }, 120_000);

  it('are read again and again within what X documents, also while much is said and most of it is used up', async () => {
    const { x } = world.outside;
    const [busy] = accounts;
    for (const endpoint of ['GET /2/users/:id/mentions', 'GET /2/tweets/search/recent', 'GET /2/users/:id/tweets'])
      x.limit({ endpoint, as: 'brand1', remaining: 12 });
    const first = numbered('In private', 230);
    for (const text of first) x.act({ kind: 'message', as: 'talker', to: 'brand0', text });
    await poll(accounts, { forMs: 8 * MINUTE_MS });
    const then = numbered('Once more', 230);
    for (const text of then) x.act({ kind: 'message', as: 'talker', to: 'brand0', text });
    await poll(accounts, { forMs: 14 * MINUTE_MS });

    expect(x.violations()).toEqual([]);
    expect(x.requests.since(0).filter(({ status }) => status === 429)).toEqual([]);
    expect(await heardBy(busy!)).toEqual([...first, ...then].toSorted());
    const mentions = accounts.map(({ externalId }) => asked(`/2/users/${externalId}/mentions`).length);
    const [, limited = 0, ...others] = mentions;
    expect(limited).toBeGreaterThanOrEqual(2);
    expect(Math.min(...others)).toBeGreaterThanOrEqual(8);
    expect(Math.max(...others)).toBeLessThanOrEqual(14);
  }, 120_000);

  it('wait for the minute that X names when it refuses all the same, and bring then what was said meanwhile', async () => {
    const { x } = world.outside;
    const account = accounts[2]!;
    const path = `/2/users/${account.externalId}/mentions`;
    x.limit({ endpoint: 'GET /2/users/:id/mentions', as: 'brand2', remaining: 0, resetsInMs: 11 * MINUTE_MS });
    const resetsAt = x.clock.ms() + 11 * MINUTE_MS;
    x.act({ kind: 'post', as: 'talker', text: '@brand2 while nobody may ask' });
    const before = asked(path).length;
    await poll([account], { forMs: 16 * MINUTE_MS });

    const then = asked(path).slice(before);
    expect(then.map(({ status }) => status).slice(0, 2)).toEqual([429, 200]);
    const [, second] = then.map(({ at }) => Date.parse(at));
    expect(second).toBeGreaterThanOrEqual(resetsAt);
    expect(second).toBeLessThan(resetsAt + MINUTE_MS);
    expect(x.violations()).toEqual([]);
    expect(await heardBy(account)).toEqual(['@brand2 while nobody may ask']);
  }, 60_000);

  it('bring everything that was said in an outage of hours, page by page and each page once', async () => {
    const { x } = world.outside;
    const account = accounts[3]!;
    const path = `/2/users/${account.externalId}/mentions`;
    await poll([account], { forMs: SLOT_MS * 10 });
    const before = asked(path).length;
    const said = numbered('@brand3 during the outage', 250);
    for (const text of said) {
      pass(MINUTE_MS);
      x.act({ kind: 'post', as: 'talker', text });
    }
    await poll([account], { forMs: SLOT_MS });

    const pages = asked(path).slice(before);
    expect(pages.map(({ status, query }) => [status, 'since_id' in query, 'pagination_token' in query])).toEqual([
      [200, true, false],
      [200, true, true],
      [200, true, true],
    ]);
    expect(await heardBy(account)).toEqual(said);
    await poll([account], { forMs: SLOT_MS * 10 });
    expect(asked(path).slice(before + 3)).toHaveLength(1);
    expect(await heardBy(account)).toEqual(said);
    expect(x.violations()).toEqual([]);
  }, 60_000);
});

describe('a page of Facebook', () => {
  it('brings everything that was said in an outage of hours', async () => {
    const { facebook } = world.outside;
    const page = await connected('facebook', 'noor');
    await poll([page], { forMs: SLOT_MS });
    const posts = numbered('A visitor', 60);
    for (const message of posts) {
      pass(3 * MINUTE_MS);
      facebook.play.post({ as: 'maya', page: page.externalId, message });
    }
    const { id: on } = facebook.play.post({ as: 'jonas', page: page.externalId, message: 'Busy' });
    const comments = numbered('A comment', 120);
    for (const message of comments) facebook.play.comment({ as: 'tom', on, message });
    const messages = numbered('In private', 60);
    for (const text of messages) facebook.play.message({ as: 'kenji', page: page.externalId, text });
    const { id: comment } = facebook.play.comment({ as: 'ana', on, message: 'Busy, too' });
    const answers = numbered('An answer', 60);
    for (const message of answers) facebook.play.comment({ as: 'omar', on: comment, message });
    await poll([page], { forMs: SLOT_MS });

    const said = ['Busy', 'Busy, too', ...posts, ...comments, ...answers, ...messages];
    expect(await heardBy(page)).toEqual(said.toSorted());
    expect(facebook.violations()).toEqual([]);
  }, 60_000);
});

async function stateOf({ id }: SocialAccount): Promise<string | undefined> {
  return (await world.desk.sql.row<{ state: string }>('SELECT state FROM social_accounts WHERE id = $1', [id]))?.state;
}

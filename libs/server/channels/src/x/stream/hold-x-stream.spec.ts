import { socialAccountsApi, systemLogApi } from '@bureau/contracts';
import { Clock, createLog, loadConfig, SystemLog } from '@bureau/platform';
import { TwitterApi } from 'twitter-api-v2';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import {
  connectAccounts,
  startDeskAndNetworks,
  type DeskAndNetworks,
} from '../../../../../../test/fixtures/networks.ts';
import { until } from '../../../../../../test/setup/until.ts';
import { SocialAccountRepository } from '../../social/account/social-account.repository.ts';
import { PollAccounts } from '../../social/in/poll/poll-accounts.ts';
import { PollLeaseRepository } from '../../social/in/poll/poll-lease.repository.ts';
import { casesOf, type TestAccount } from '../../social/in/social-in.fixture.ts';
import { SandboxAgent } from '../sandbox-agent.ts';
import { XApp } from '../x-app.ts';
import { HoldXStream } from './hold-x-stream.ts';
import { openXStream } from './open-x-stream.ts';
import { ReceiveStreamLine } from './receive-stream-line.ts';
import { XStreamLeaseRepository } from './x-stream-lease.repository.ts';

let world: DeskAndNetworks;
let account: TestAccount;

beforeAll(async () => {
  world = await startDeskAndNetworks();
  // What X could tell otherwise does not arrive: only the stream and the polls bring anything.
  world.outside.x.deliver({ kind: 'lost' });
  account = await connected('larkspurcoffee');
});
afterAll(() => world.close());

async function connected(as: string): Promise<TestAccount> {
  const [found] = await connectAccounts(world, 'x', { as });
  if (!found) throw new Error('No account was connected.');
  return { id: found.id, network: 'x', externalId: found.externalId, handle: found.handle };
}

async function lookFor(searches: string[], { id } = account): Promise<void> {
  const { desk } = world;
  const imports = {
    network: 'x' as const,
    mentions: true,
    replies: true,
    quotes: true,
    directMessages: true,
    searches,
  };
  await desk.as(desk.administrator).call(socialAccountsApi.update, {
    ...{ params: { socialAccountId: id }, body: { imports } },
  });
}

const say = (text: string, as = 'mayapaddles') => world.outside.x.act({ kind: 'post', as, text });
const casesWith = async (word: string, of?: TestAccount) =>
  (await casesOf(world.desk, of)).filter(({ messages }) => messages.some(({ text }) => text.includes(word)));
const isOpen = () => until(() => world.outside.x.streaming(), { what: 'the stream is open', withinMs: 25_000 });
const covers = (term: string) =>
  until(
    async () =>
      [...(await world.desk.running.get(XStreamLeaseRepository).covered())].some((rule) => rule.includes(term)),
    { what: `the stream covers ${term}`, withinMs: 25_000 },
  );
const arrives = (word: string, of?: TestAccount) =>
  until(async () => (await casesWith(word, of)).length > 0, { what: `${word} is a case`, withinMs: 5_000 });

/** Every stream has its turn now. */
async function poll(): Promise<void> {
  await world.desk.running.get(PollLeaseRepository).hurry(account.id);
  await world.desk.running.get(PollAccounts).run({ accountId: account.id });
  await world.desk.drain();
}

/** Nobody waits in a test for as long as X is left alone. */
async function told(words: RegExp): Promise<void> {
  const { desk } = world;
  const isTold = async () => {
    await desk.sql.run("UPDATE x_streams SET next_at = '-infinity'");
    const { items } = await desk.as(desk.administrator).call(systemLogApi.list, { query: { limit: 20 } });
    return items.some(({ message }) => words.test(message));
  };
  await until(isTold, { what: `the system log says ${words}`, withinMs: 20_000, everyMs: 250 });
}

const openings = () => world.outside.x.requests.of('GET', '/2/tweets/search/stream');

describe('the filtered stream of X', () => {
  it('is not opened while nobody looks for anything', async () => {
    await poll();
    expect(openings()).toEqual([]);
  });

  it('brings what is said about a term at once, once, also when the poll finds it, too', async () => {
    await lookFor(['kettle']);
    await isOpen();
    await covers('kettle');
    say('My kettle whistles 🫖 茶が好き');
    await arrives('kettle whistles 🫖 茶が好き');
    say('Nobody asked for this teapot');
    await poll();
    expect(await casesWith('kettle')).toHaveLength(1);
    expect(await casesWith('teapot')).toEqual([]);
  });

  it('asks for a post of which it brought only pieces', async () => {
    const { running, sql } = world.desk;
    const line = { data: { id: '1', text: 'A kettle \uFFFD\uFFFD' }, matching_rules: [{ tag: 'bureau:1' }, {}] };
    await running.get(ReceiveStreamLine).run(line, new Map([['1', account.id]]));
    const search = "SELECT next_at < now() AS now FROM social_leases WHERE account_id = $1 AND stream LIKE 'search:%'";
    expect(await sql.rows(search, [account.id])).toEqual([{ now: true }]);
    await poll();
  });

  it('lets the polls go on, more slowly', async () => {
    const next = await world.desk.sql.rows<{ stream: string; minutes: number }>(
      `SELECT stream, round(extract(epoch FROM next_at - $2) / 60)::int AS minutes FROM social_leases
       WHERE account_id = $1 AND (stream LIKE 'search:%' OR stream = 'mentions') ORDER BY stream`,
      [account.id, world.desk.clock.now()],
    );
    expect(next).toEqual([
      { stream: 'mentions', minutes: 2 },
      { stream: expect.stringMatching(/^search:/), minutes: 10 },
    ]);
  });

  it('keeps its rules in step with the terms of all accounts, and leaves one out that X cannot read', async () => {
    const other = await connected('tidelinegear');
    await lookFor(['paddle', 'kettle'], other);
    await lookFor(['grinder', '-is:retweet', 'kettle']);
    await covers('paddle');
    await covers('grinder');
    say('A paddle and a grinder');
    await Promise.all([arrives('A paddle', other), arrives('A paddle', account)]);
    await lookFor([], other);
    await until(
      async () => ![...(await world.desk.running.get(XStreamLeaseRepository).covered())].join().includes('paddle'),
      { what: 'the rule is gone', withinMs: 10_000 },
    );
    say('Another paddle');
    await poll();
    expect(await casesWith('Another paddle')).toEqual([]);
  });

  it('comes back when X ends it, not before its time, and brings what it missed', async () => {
    const before = openings().length;
    const ended = performance.now();
    world.outside.x.disconnectStream('said');
    say('The kettle in between');
    await isOpen();
    expect(performance.now() - ended).toBeGreaterThan(4_500);
    await covers('kettle');
    await world.desk.running.get(PollAccounts).run({ accountId: account.id });
    await arrives('in between');
    expect(openings().length).toBe(before + 1);
  });

  it('tells administrators when X does not let the desk in, and when it does again', async () => {
    const { x } = world.outside;
    const answer = {
      kind: 'answer' as const,
      status: 403,
      body: { title: 'Client Forbidden', detail: 'Not in your plan.' },
    };
    x.fault({ method: 'GET', path: '/2/tweets/search/stream', effect: answer });
    x.disconnectStream('silent');
    await told(/does not tell at once what is said about search terms\. Not in your plan/);
    x.clearFaults();
    await told(/tells at once again/);
    await covers('kettle');
  });

  it('is held by one process, and by the next one when that stops', async () => {
    const before = openings().length;
    const second = anotherProcess();
    say('One kettle, two processes');
    await arrives('two processes');
    expect(openings().slice(before)).toEqual([]);
    await world.desk.running.get(HoldXStream).stop();
    await isOpen();
    await covers('kettle');
    say('The kettle goes on');
    await arrives('kettle goes on');
    await second.stop();
    expect(world.outside.x.streaming()).toBe(false);
  });

  it('asks X for nothing that X does not allow', () => {
    expect(world.outside.x.violations()).toEqual([]);
    expect(openings().length).toBeLessThan(20);
  });
});

describe('a stream that falls silent', () => {
  it('is given up when no sign of life comes', async () => {
    const { x } = world.outside;
    const { port } = x;
    const client = new TwitterApi(x.app.bearer, { httpAgent: new SandboxAgent({ host: '127.0.0.1', port }) });
    const stream = await openXStream(client, { line: () => undefined, damaged: () => undefined, silenceMs: 200 });
    expect((await stream.ended).words).toBe('X fell silent.');
    await until(() => !x.streaming(), { what: 'it is closed', withinMs: 5_000 });
  });
});

/** Another process of the same desk. */
function anotherProcess(): HoldXStream {
  const { get } = world.desk.running;
  const other = new HoldXStream(
    ...([get(SocialAccountRepository), get(XStreamLeaseRepository), get(PollLeaseRepository)] as const),
    ...([
      get(XApp),
      get(ReceiveStreamLine),
      get(SystemLog),
      get(Clock),
      loadConfig({ X_BEARER: 'any' }),
      createLog('silent'),
    ] as const),
  );
  other.start();
  onTestFinished(() => other.stop());
  return other;
}

import { socialPostsApi } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  connectAccounts,
  startDeskAndNetworks,
  type DeskAndNetworks,
} from '../../../../../../../test/fixtures/networks.ts';
import { casesOf, fatesOf, type TestAccount } from '../social-in.fixture.ts';
import { PollAccounts } from './poll-accounts.ts';
import { PollLeaseRepository } from './poll-lease.repository.ts';

let world: DeskAndNetworks;
let account: TestAccount;
let brand: string;
let customer: string;

beforeAll(async () => {
  world = await startDeskAndNetworks();
  const { x } = world.outside;
  x.deliver({ kind: 'lost' });
  brand = x.user('larkspurcoffee').username;
  const [connected] = await connectAccounts(world, 'x', { as: brand });
  if (!connected) throw new Error('No account was connected.');
  account = { id: connected.id, network: 'x', externalId: connected.externalId, handle: connected.handle };
});
afterAll(() => world.close());

let people = 0;
beforeEach(() => {
  customer = `person${++people}`;
  world.outside.x.act({ kind: 'join', username: customer, name: `Person ${people}`, followers: 12 });
});

/** Every stream has its turn now. */
async function poll(): Promise<void> {
  const { running } = world.desk;
  await running.get(PollLeaseRepository).hurry(account.id);
  await running.get(PollAccounts).run({ accountId: account.id });
  await world.desk.drain();
}

const casesOfCustomer = async () => {
  const cases = await casesOf(world.desk, account);
  return cases.filter(({ messages }) => messages[0]?.from === `@${customer}`);
};

describe('an account of X that is not told anything', () => {
  it('brings a mention with its picture, once, however often it is asked for', async () => {
    const base64 = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    world.outside.x.act({
      ...{ kind: 'post', as: customer, text: `@${brand} <b>My kettle</b> leaks` },
      attachments: [{ base64, contentType: 'image/png', altText: 'A kettle' }],
    });
    await poll();
    await poll();
    expect(await casesOfCustomer()).toMatchObject([
      { customer: `Person ${people}`, messages: [{ text: `@${brand} <b>My kettle</b> leaks`, channel: 'twitter' }] },
    ]);
    const files = await world.desk.sql.rows(
      `SELECT content_type AS type FROM attachments a JOIN messages m ON m.id = a.message_id WHERE m.from_address = $1`,
      [`@${customer}`],
    );
    expect(files).toEqual([{ type: 'image/png' }]);
  });

  it('brings answers, quotes, searches and direct messages, each as its own case', async () => {
    const { x } = world.outside;
    const { post: news } = x.act({ kind: 'post', as: brand, text: 'We have a new roast.' });
    await poll();
    x.act({ kind: 'reply', as: customer, to: news?.id ?? '', text: 'Is it dark?' });
    x.act({ kind: 'quote', as: customer, of: news?.id ?? '', text: 'Look at this' });
    x.act({ kind: 'message', as: customer, to: brand, text: 'In private: how much?' });
    await poll();
    const said = (await casesOfCustomer()).map(({ subject, messages }) => [subject, messages.length]);
    expect(said.toSorted()).toEqual([
      ['In private: how much?', 1],
      ['Is it dark?', 1],
      ['Look at this', 1],
    ]);
  });

  it('follows what becomes of a post: changed by its writer, then taken down', async () => {
    const { x } = world.outside;
    const { post } = x.act({ kind: 'post', as: customer, text: `@${brand} one` });
    await poll();
    const { post: edition } = x.act({ kind: 'edit', post: post?.id ?? '', text: `@${brand} two` });
    await poll();
    expect(await casesOfCustomer()).toMatchObject([{ messages: [{ text: `@${brand} two` }] }]);
    x.act({ kind: 'delete', post: edition?.id ?? '' });
    await poll();
    const gone = await world.desk.sql.row(
      'SELECT deleted_at IS NOT NULL AS gone FROM social_posts WHERE external_id = $1',
      [post?.id],
    );
    expect(gone).toEqual({ gone: true });
    expect(await casesOfCustomer()).toHaveLength(1);
  });

  it('shows what a colleague answered in the app of X', async () => {
    const { x } = world.outside;
    const { post } = x.act({ kind: 'post', as: customer, text: `@${brand} hello?` });
    await poll();
    x.act({ kind: 'reply', as: brand, to: post?.id ?? '', text: 'Hello! How can we help?' });
    await poll();
    await poll();
    const [supportCase] = await casesOfCustomer();
    expect(supportCase?.messages.map(({ direction }) => direction)).toEqual(['in', 'out']);
    expect(supportCase?.status).toBe('open');
  });

  it('shows what a case is about that began with an answer to somebody else', async () => {
    const { x } = world.outside;
    const { post } = x.act({ kind: 'post', as: 'mayapaddles', text: 'Which roaster do you like?' });
    x.act({ kind: 'reply', as: customer, to: post?.id ?? '', text: `Not @${brand}!` });
    await poll();
    const [opened] = await casesOfCustomer();
    const api = world.desk.as(world.desk.agent);
    const { items } = await api.call(socialPostsApi.thread, { params: { caseId: opened?.id ?? 0 } });
    expect(
      items.map(({ text, messageId, author }) => [author.handle, text.includes('roaster'), messageId !== null]),
    ).toEqual([
      ['mayapaddles', true, false],
      [customer, false, true],
    ]);
    expect(await api.refusal(socialPostsApi.thread, { params: { caseId: 999_999 } })).toMatchObject({
      code: 'case.not-found',
    });
  });

  it('never asks more often than X allows, and loses nothing while X is away', async () => {
    const { x } = world.outside;
    await world.desk.drain();
    await x.goDown();
    x.act({ kind: 'post', as: customer, text: `@${brand} while you were away` });
    await poll();
    expect(await casesOfCustomer()).toEqual([]);
    await x.comeBack();
    await poll();
    expect(await casesOfCustomer()).toHaveLength(1);
    expect(x.violations()).toEqual([]);
    expect((await fatesOf(world.desk, account))['failed']).toBeUndefined();
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connectAccounts,
  startDeskAndNetworks,
  type DeskAndNetworks,
} from '../../../../../../../test/fixtures/networks.ts';
import { casesOf, fatesOf, type TestAccount } from '../social-in.fixture.ts';
import { PollAccounts } from './poll-accounts.ts';
import { PollLeaseRepository } from './poll-lease.repository.ts';

let world: DeskAndNetworks;
let page: TestAccount;

beforeAll(async () => {
  world = await startDeskAndNetworks();
  world.outside.facebook.deliveries.setManner({ kind: 'lost' });
  const [connected] = await connectAccounts(world, 'facebook', { as: 'noor' });
  if (!connected) throw new Error('No page was connected.');
  page = { id: connected.id, network: 'facebook', externalId: connected.externalId, handle: connected.handle };
});
afterAll(() => world.close());

/** Every stream has its turn now. */
async function poll(): Promise<void> {
  const { running } = world.desk;
  await running.get(PollLeaseRepository).hurry(page.id);
  await running.get(PollAccounts).run({ accountId: page.id });
  await world.desk.drain();
}

const said = async (word: string) => {
  const cases = await casesOf(world.desk, page);
  return cases.filter(({ messages }) => messages.some(({ text }) => text.includes(word)));
};

describe('a page of Facebook that is not told anything', () => {
  it('brings posts of visitors, comments and private messages, once, however often they are asked for', async () => {
    const { play } = world.outside.facebook;
    const onPage = page.externalId;
    play.post({ as: 'maya', page: onPage, message: 'visitor: do you ship?' });
    const news = play.post({ as: 'page', page: onPage, message: 'company: a new roast' });
    play.comment({ as: 'tom', on: news.id, message: 'comment: at last' });
    play.message({ as: 'kenji', page: onPage, text: 'private: こんにちは' });
    await poll();
    await poll();
    expect(await said('visitor:')).toMatchObject([{ customer: 'Maya Okafor', channel: 'facebook' }]);
    expect(await said('comment:')).toMatchObject([{ customer: 'Tom Ashby' }]);
    expect(await said('private:')).toMatchObject([{ customer: '田中 健二', subject: 'private: こんにちは' }]);
    expect(await said('company:')).toEqual([]);
  });

  it('finds a comment below an older post, and keeps strangers below it apart', async () => {
    const { play } = world.outside.facebook;
    const post = play.post({ as: 'ana', page: page.externalId, message: 'older: my order' });
    await poll();
    play.comment({ as: 'ana', on: post.id, message: 'older: it came' });
    play.comment({ as: 'ana-2', on: post.id, message: 'older: mine did not' });
    play.comment({ as: 'page', on: post.id, message: 'older: glad to hear' });
    await poll();
    const cases = await said('older:');
    expect(
      cases.map(({ messages }) => messages.map(({ direction, text }) => `${direction} ${text}`).toSorted()),
    ).toEqual([['in older: it came', 'in older: my order', 'out older: glad to hear'], ['in older: mine did not']]);
  });

  it('notices words that were changed', async () => {
    const { play } = world.outside.facebook;
    const post = play.post({ as: 'jonas', page: page.externalId, message: 'changed: eins' });
    await poll();
    play.edit({ id: post.id, message: 'changed: zwei' });
    await later();
    await poll();
    expect(await said('changed:')).toMatchObject([{ messages: [{ text: 'changed: zwei' }] }]);
  });

  it('loses nothing while Facebook is away, and keeps no key with what it read', async () => {
    const { play, goDown, comeBack, violations } = world.outside.facebook;
    await goDown();
    play.post({ as: 'omar', page: page.externalId, message: 'away: مرحبا' });
    await poll();
    expect(await said('away:')).toEqual([]);
    await comeBack();
    await poll();
    expect(await said('away:')).toHaveLength(1);
    expect(violations()).toEqual([]);
    expect((await fatesOf(world.desk, page))['failed']).toBeUndefined();
  });
});

/** What was read a moment ago may be older than what was told since; after a minute the words of a page count. */
async function later(): Promise<void> {
  await world.desk.sql.run(
    `ALTER TABLE social_posts DISABLE TRIGGER social_posts_touch;
     UPDATE social_posts SET updated_at = now() - interval '2 minutes';
     ALTER TABLE social_posts ENABLE TRIGGER social_posts_touch`,
  );
}

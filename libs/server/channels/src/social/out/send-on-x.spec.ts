import { casesApi, socialPostsApi, type SocialAccount } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pictureFor } from '../../../../../../apps/sandbox/src/start-sandbox.ts';
import { startDeskAndNetworks, type DeskAndNetworks } from '../../../../../../test/fixtures/networks.ts';
import type { TestDesk } from '../../../../../../test/fixtures/desk.ts';
import { SweepDeliveries } from '../../delivery/sweep-deliveries.ts';
import {
  aMessageOnX,
  answer,
  aPostOnX,
  hoursPass,
  larkspurOnX,
  messageOf,
  refusalOf,
  upload,
} from './social-out.fixture.ts';

let world: DeskAndNetworks;
let desk: TestDesk;
let account: SocialAccount;

beforeAll(async () => {
  world = await startDeskAndNetworks();
  desk = world.desk;
  account = await larkspurOnX(world);
});
afterAll(() => world.close());

const ours = () => world.outside.x.posts('larkspurcoffee');

describe('an answer on X', () => {
  it('stands below the post that it answers, and the case says where', async () => {
    const { caseId, postId } = await aPostOnX(world, account);
    const { id } = await answer(desk, caseId, { text: 'Sorry to hear that, Maya!' });
    await desk.drain();

    const [posted] = ours();
    expect(posted).toMatchObject({ text: 'Sorry to hear that, Maya!', repliedTo: postId });
    expect(await messageOf(desk, caseId, id)).toMatchObject({
      channel: 'twitter',
      from: { name: 'Larkspur Coffee', address: '@larkspurcoffee' },
      to: [{ address: '@mayapaddles' }],
      delivery: { state: 'sent' },
      post: {
        ...{ kind: 'reply', externalId: posted!.id, accountHandle: 'larkspurcoffee', parts: 1 },
        url: `https://x.com/larkspurcoffee/status/${posted!.id}`,
        author: { handle: 'larkspurcoffee', ours: true },
      },
    });
  });

  it('that is too long is refused with how much, and becomes a thread when that is asked for', async () => {
    const { caseId, postId } = await aPostOnX(world, account);
    const text = 'This is what you can do about it, step by step. '.repeat(10).trim();
    expect(await refusalOf(desk, caseId, { text })).toMatchObject({
      code: 'post.too-long',
      over: expect.any(Number),
      limit: 280,
    });

    const { id } = await answer(desk, caseId, { text, post: { split: true } });
    await desk.drain();
    const [second, first] = ours();
    expect([first?.repliedTo, second?.repliedTo]).toEqual([postId, first?.id]);
    expect(`${first?.text} ${second?.text}`).toBe(text);
    expect(await messageOf(desk, caseId, id)).toMatchObject({ delivery: { state: 'sent' }, post: { parts: 2 } });
  });

  it('of an account that may write more is one post', async () => {
    const { caseId } = await aPostOnX(world, account);
    await desk.sql.run('UPDATE social_accounts SET long_posts = true WHERE id = $1', [account.id]);
    const { ways } = await desk.as(desk.agent).call(socialPostsApi.ways, { params: { caseId } });
    expect(ways[0]).toMatchObject({ limit: 25_000 });
    await desk.sql.run('UPDATE social_accounts SET long_posts = false WHERE id = $1', [account.id]);
  });

  it('takes pictures along, and refuses what X does not show', async () => {
    const { caseId } = await aPostOnX(world, account);
    const picture = await upload(desk, 'kettle.png', {
      contentType: 'image/png',
      bytes: Buffer.from(pictureFor('kettle')),
    });
    const letter = await upload(desk, 'letter.pdf', { contentType: 'application/pdf', bytes: Buffer.from('%PDF-1.4') });
    const refusal = await refusalOf(desk, caseId, { uploadIds: [picture, letter] });
    expect(refusal).toMatchObject({ code: 'request.invalid', errors: [{ path: 'uploadIds.1' }] });

    const { id } = await answer(desk, caseId, { uploadIds: [picture] });
    await desk.drain();
    expect(await messageOf(desk, caseId, id)).toMatchObject({
      delivery: { state: 'sent', response: expect.stringContaining('/status/') },
    });
    expect(ours()[0]?.mediaIds).toHaveLength(1);
  });

  it('to a message is a message, and so is what is said in private to somebody who posted', async () => {
    const private1 = await aMessageOnX(world, account);
    await answer(desk, private1.caseId, { text: 'It left yesterday.' });
    const { caseId } = await aPostOnX(world, account, { as: 'anacafe_porto' });
    await answer(desk, caseId, { text: 'Please send us your number.', post: { audience: 'private' } });
    await desk.drain();

    const said = (to: string) => world.outside.x.messages('larkspurcoffee', to).map(({ text }) => text);
    expect(said('mayapaddles')).toContain('It left yesterday.');
    expect(said('anacafe_porto')).toEqual(['Please send us your number.']);
  });

  it('goes by mail to whom it names by address', async () => {
    const { caseId } = await aPostOnX(world, account);
    await desk.sql.run('UPDATE brands SET default_mailbox_id = $1 WHERE id = $2', [desk.mailbox.id, desk.brandId]);
    const said = await answer(desk, caseId, { to: ['maya@paddles.example'] });
    expect(said).toMatchObject({ channel: 'email', from: { address: desk.mailbox.address }, post: null });
    await desk.sql.run('UPDATE brands SET default_mailbox_id = NULL WHERE id = $1', [desk.brandId]);
    await desk.sql.run(`UPDATE deliveries SET state = 'cancelled', next_attempt_at = NULL WHERE id = $1`, [
      said.delivery!.id,
    ]);
  });
});

describe('a case that an agent opens', () => {
  it('begins with a message to whom the desk knows on X', async () => {
    const row = await desk.sql.row<{ id: number }>(
      `WITH made AS (INSERT INTO customers (name) VALUES ('The Bean Post') RETURNING id),
         named AS (INSERT INTO customer_identities (customer_id, network, external_id, handle, name)
                   SELECT id, 'x', $1, 'thebeanpost', 'The Bean Post' FROM made)
       SELECT id FROM made`,
      [world.outside.x.user('thebeanpost').id],
    );
    const { id: caseId } = await desk.as(desk.agent).call(
      casesApi.open,
      {
        body: {
          ...{ subject: 'Your article', text: 'May we send you our new roast?', channel: 'twitter', direction: 'out' },
          ...{ send: true, customerId: row!.id, brandId: desk.brandId },
        },
      },
      { 'idempotency-key': crypto.randomUUID() },
    );
    await desk.drain();
    expect(world.outside.x.messages('larkspurcoffee', 'thebeanpost')).toMatchObject([
      { text: 'May we send you our new roast?' },
    ]);
    const { items } = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId }, query: {} });
    expect(items.find(({ kind }) => kind === 'message')).toMatchObject({
      ...{ to: [{ address: '@thebeanpost' }], from: { address: '@larkspurcoffee' }, delivery: { state: 'sent' } },
      post: { kind: 'message' },
    });
  });

  it('is not opened when the customer is nobody there', async () => {
    const body = {
      ...({ subject: 'Hello', text: 'Hello', channel: 'twitter', direction: 'out', send: true } as const),
      ...{ customer: { address: `${crypto.randomUUID()}@customer.example` }, brandId: desk.brandId },
    };
    const refusal = await desk.as(desk.agent).refusal(casesApi.open, { body });
    expect(refusal).toMatchObject({ code: 'post.no-recipient' });
  });
});

describe('what X refuses', () => {
  it('is said on the message, in words that say what to do', async () => {
    const closed = await aPostOnX(world, account, { as: 'omar_qahwa' });
    const { id } = await answer(desk, closed.caseId, { post: { audience: 'private' } });
    const unasked = await aPostOnX(world, account, { as: 'tomashby_', text: 'My kettle leaks' });
    const second = await answer(desk, unasked.caseId);
    await desk.drain();

    const refused = await messageOf(desk, closed.caseId, id);
    expect(refused.delivery).toMatchObject({
      state: 'failed',
      response: expect.stringContaining('takes no direct messages'),
    });
    const { delivery } = await messageOf(desk, unasked.caseId, second.id);
    expect(delivery).toMatchObject({ state: 'failed', response: expect.stringContaining('mentioned or quoted') });
  });

  it('can be said in other words in its place', async () => {
    const { caseId } = await aPostOnX(world, account);
    await answer(desk, caseId, { text: 'Thank you!' });
    await desk.drain();
    const again = await answer(desk, caseId, { text: 'Thank you!' });
    await desk.drain();
    const { delivery } = await messageOf(desk, caseId, again.id);
    expect(delivery).toMatchObject({ state: 'failed', response: expect.stringContaining('takes no text twice') });

    const other = await answer(desk, caseId, { text: 'Thanks again!', replacesDeliveryId: delivery!.id });
    await desk.drain();
    expect(await messageOf(desk, caseId, other.id)).toMatchObject({ replaces: again.id, delivery: { state: 'sent' } });
  });

  it('for being too often waits until X allows more', async () => {
    const { caseId } = await aPostOnX(world, account);
    world.outside.x.limit({ endpoint: 'POST /2/tweets', as: 'larkspurcoffee', remaining: 0, resetsInMs: 600_000 });
    const { id } = await answer(desk, caseId);
    await desk.drain();
    const { delivery } = await messageOf(desk, caseId, id);
    expect(delivery?.state).toBe('pending');
    const minutes = (Date.parse(delivery!.nextAttemptAt!) - desk.clock.now().getTime()) / 60_000;
    expect(minutes).toBeGreaterThan(8);
    expect(minutes).toBeLessThan(16);

    await hoursPass(desk, world, 16 * 60_000);
    await desk.running.get(SweepDeliveries).sweep();
    await desk.drain();
    expect((await messageOf(desk, caseId, id)).delivery?.state).toBe('sent');
    expect(world.outside.x.violations()).toEqual([]);
  });
});

describe('what can be done to a post', () => {
  it('is done on X and kept in the case, once however often it is said', async () => {
    const { caseId, messageId, postId } = await aPostOnX(world, account);
    const api = desk.as(desk.agent);
    const params = { messageId };
    const liked = await api.call(socialPostsApi.like, { params, body: { on: true } });
    await api.call(socialPostsApi.like, { params, body: { on: true } });
    await api.call(socialPostsApi.follow, { params, body: { on: true } });
    await api.call(socialPostsApi.repost, { params, body: { on: true } });
    expect(liked.post?.likedAt).not.toBeNull();
    expect(world.outside.x.likes('larkspurcoffee', postId)).toBe(true);
    expect(world.outside.x.follows('larkspurcoffee', 'mayapaddles')).toBe(true);
    const undone = await api.call(socialPostsApi.like, { params, body: { on: false } });
    expect(undone.post?.likedAt).toBeNull();

    const events = await desk.sql.rows<{ event: string }>(
      `SELECT event FROM case_events WHERE case_id = $1 AND event LIKE 'post.%' ORDER BY sequence`,
      [caseId],
    );
    expect(events.map(({ event }) => event)).toEqual(['post.liked', 'post.followed', 'post.reposted', 'post.unliked']);
  });

  it('takes down what the company said, and nothing else', async () => {
    const { caseId, messageId } = await aPostOnX(world, account);
    const { id } = await answer(desk, caseId);
    await desk.drain();
    const api = desk.as(desk.agent);
    expect(await api.refusal(socialPostsApi.remove, { params: { messageId } })).toMatchObject({
      code: 'post.not-possible',
    });
    const before = ours().length;
    const gone = await api.call(socialPostsApi.remove, { params: { messageId: id } });
    expect(gone.post?.deletedAt).not.toBeNull();
    expect(ours()).toHaveLength(before - 1);
  });

  it('is nothing for who may not see the case', async () => {
    const { messageId } = await aPostOnX(world, account);
    const other = await desk.aBrand('Tideline');
    const stranger = await desk.aUser({});
    await desk.sql.run(
      `WITH served AS (INSERT INTO user_brands (user_id, brand_id) VALUES ($1, $2)),
         role AS (INSERT INTO roles (name, permissions, own_brands_only)
                  SELECT $3, permissions, true FROM roles WHERE id = (SELECT role_id FROM users WHERE id = $1) RETURNING id)
       UPDATE users SET role_id = role.id FROM role WHERE users.id = $1`,
      [stranger.id, other, crypto.randomUUID()],
    );
    const refusal = await desk.as(stranger).refusal(socialPostsApi.like, { params: { messageId }, body: { on: true } });
    expect(refusal).toMatchObject({ code: 'post.not-found' });
  });
});

describe('how a case can be answered', () => {
  it('is told before anybody writes', async () => {
    const { caseId, messageId } = await aPostOnX(world, account);
    const ways = await desk.as(desk.agent).call(socialPostsApi.ways, { params: { caseId } });
    expect(ways).toMatchObject({
      ...{ network: 'x', accountId: account.id, accounts: [{ handle: 'larkspurcoffee', state: 'ok' }] },
      ways: [
        { audience: 'public', kind: 'reply', answers: messageId, limit: 280, counting: 'x', refusal: null },
        { audience: 'private', kind: 'message', limit: 10_000, to: { handle: 'mayapaddles' } },
      ],
    });
  });
});

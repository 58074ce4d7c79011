import { deliveriesApi, socialAccountsApi, type FeedMessage, type SocialAccount } from '@bureau/contracts';
import type { PostFacts } from '@bureau/domain';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LARKSPUR_PAGE, startDeskAndNetworks, type DeskAndNetworks } from '../../../../../../test/fixtures/networks.ts';
import type { TestDesk } from '../../../../../../test/fixtures/desk.ts';
import { SweepDeliveries } from '../../delivery/sweep-deliveries.ts';
import { AdoptEcho } from './adopt-echo.ts';
import {
  aCommentOnThePage,
  aMessageOnX,
  aMessageToThePage,
  answer,
  aPostOnThePage,
  aPostOnX,
  hoursPass,
  larkspurOnFacebook,
  larkspurOnX,
  messageOf,
  refusalOf,
} from './social-out.fixture.ts';

let world: DeskAndNetworks;
let desk: TestDesk;
let x: SocialAccount;
let page: SocialAccount;

beforeAll(async () => {
  world = await startDeskAndNetworks();
  desk = world.desk;
  x = await larkspurOnX(world);
  page = await larkspurOnFacebook(world);
});
afterAll(() => world.close());
afterEach(() => {
  world.outside.x.clearFaults();
  world.outside.facebook.clearFaults();
});

/** Time passes, and whatever was out of order works again. */
const seconds = async (count: number) => {
  world.outside.x.clearFaults();
  world.outside.facebook.clearFaults();
  await hoursPass(desk, world, count * 1000);
  await desk.running.get(SweepDeliveries).sweep();
  await desk.drain();
};
const onX = (text: string) => world.outside.x.posts('larkspurcoffee').filter((post) => post.text === text);
const inPrivate = (text: string) =>
  world.outside.x.messages('larkspurcoffee', 'mayapaddles').filter((message) => message.text === text);
const onThePage = (text: string) => {
  const posts = world.outside.facebook.postsOn(LARKSPUR_PAGE);
  const below = posts.flatMap(({ comments }) => [...comments, ...comments.flatMap((one) => one.comments)]);
  return below.filter(({ message }) => message === text);
};
const onMessenger = (text: string) =>
  world.outside.facebook
    .conversations({ page: LARKSPUR_PAGE })
    .flatMap(({ messages }) => messages)
    .filter((message) => message.text === text);
const stateOf = async (caseId: number, { id }: FeedMessage) => (await messageOf(desk, caseId, id)).delivery;
const unique = () => `We are on it ${crypto.randomUUID()}`;

describe('an answer that X lost', () => {
  const lost = { method: 'POST', path: '/2/tweets', times: 1, effect: { kind: 'lose-answer' } } as const;

  it('is found there, and its name is kept', async () => {
    const { caseId } = await aPostOnX(world, x);
    world.outside.x.fault(lost);
    const text = unique();
    const said = await answer(desk, caseId, { text });
    await desk.drain();
    const [posted, ...more] = onX(text);
    expect(more).toEqual([]);
    expect(await messageOf(desk, caseId, said.id)).toMatchObject({
      delivery: { state: 'sent' },
      post: { externalId: posted?.id },
    });
  });

  it('is looked for again when looking fails, too, and never posted meanwhile', async () => {
    const { caseId } = await aPostOnX(world, x);
    world.outside.x.fault(lost);
    world.outside.x.fault({ method: 'GET', path: '/2/users/:id/tweets', effect: { kind: 'drop' } });
    const text = unique();
    const said = await answer(desk, caseId, { text });
    await desk.drain();
    expect(await stateOf(caseId, said)).toMatchObject({
      state: 'pending',
      response: expect.stringContaining('looks whether it stands there'),
    });

    await seconds(60);
    expect(onX(text)).toHaveLength(1);
    expect(await stateOf(caseId, said)).toMatchObject({ state: 'sent' });
  });

  it('is not what it waits for: the question was, and is asked again', async () => {
    const { caseId } = await aPostOnX(world, x);
    world.outside.x.fault({ method: 'POST', path: '/2/tweets', times: 1, effect: { kind: 'drop' } });
    const text = unique();
    const said = await answer(desk, caseId, { text });
    await desk.drain();
    expect(onX(text)).toEqual([]);
    await seconds(60);
    expect(onX(text)).toHaveLength(1);
    expect(await stateOf(caseId, said)).toMatchObject({ state: 'sent' });
  });

  it('in the middle of a thread continues it where it broke off', async () => {
    const { caseId } = await aPostOnX(world, x);
    world.outside.x.fault({ ...lost, after: 1 });
    world.outside.x.fault({ method: 'GET', path: '/2/users/:id/tweets', effect: { kind: 'drop' } });
    const mark = crypto.randomUUID();
    const text = `Step ${mark} goes like this, and is easily done. `.repeat(8).trim();
    const said = await answer(desk, caseId, { text, post: { split: true } });
    await desk.drain();
    expect(await stateOf(caseId, said)).toMatchObject({
      response: expect.stringMatching(/^1 of \d posts stand there/),
    });
    const undo = { params: { deliveryId: said.delivery!.id } };
    expect(await desk.as(desk.agent).refusal(deliveriesApi.undo, undo)).toMatchObject({ code: 'delivery.under-way' });

    await seconds(60);
    const thread = world.outside.x
      .posts('larkspurcoffee')
      .filter((post) => post.text.includes(mark))
      .reverse();
    expect(thread.map((post) => post.text).join(' ')).toBe(text);
    expect(thread.slice(1).map(({ repliedTo }) => repliedTo)).toEqual(thread.slice(0, -1).map(({ id }) => id));
  });

  it('to a direct message is found in the conversation', async () => {
    const { caseId } = await aMessageOnX(world, x);
    const path = '/2/dm_conversations/with/:id/messages';
    world.outside.x.fault({ method: 'POST', path, times: 1, effect: { kind: 'lose-answer' } });
    const text = unique();
    const said = await answer(desk, caseId, { text });
    await desk.drain();
    await seconds(60);
    expect(inPrivate(text)).toHaveLength(1);
    expect(await stateOf(caseId, said)).toMatchObject({ state: 'sent' });
  });
});

describe('an answer that Facebook lost', () => {
  it('to a comment is found below it', async () => {
    const { caseId } = await aCommentOnThePage(world, page);
    world.outside.facebook.fault({ method: 'POST', path: '/*', times: 1, effect: { kind: 'lose-answer' } });
    const text = unique();
    const said = await answer(desk, caseId, { text });
    await desk.drain();
    expect(onThePage(text)).toHaveLength(1);
    expect(await stateOf(caseId, said)).toMatchObject({ state: 'sent' });
  });

  it('to a message is found in the conversation, after a while', async () => {
    const { caseId } = await aMessageToThePage(world, page);
    world.outside.facebook.fault({ method: 'POST', path: '/*', times: 1, effect: { kind: 'malformed' } });
    world.outside.facebook.fault({ method: 'GET', path: '/*', effect: { kind: 'html' } });
    const text = unique();
    const said = await answer(desk, caseId, { text });
    await desk.drain();
    expect(await stateOf(caseId, said)).toMatchObject({ state: 'pending' });
    await seconds(60);
    expect(onMessenger(text)).toHaveLength(1);
    expect(await stateOf(caseId, said)).toMatchObject({ state: 'sent' });
  });

  it('was never given when nothing was posted', async () => {
    const { caseId } = await aPostOnThePage(world, page);
    world.outside.facebook.fault({ method: 'POST', path: '/*', times: 1, effect: { kind: 'drop' } });
    const text = unique();
    const said = await answer(desk, caseId, { text });
    await desk.drain();
    expect(onThePage(text)).toEqual([]);
    await seconds(60);
    expect(onThePage(text)).toHaveLength(1);
    expect(await stateOf(caseId, said)).toMatchObject({ state: 'sent' });
  });
});

describe('a worker that died', () => {
  /** As it leaves the world when it is killed after the network took the post and before it wrote that down. */
  const died = async (said: FeedMessage) => {
    await desk.sql.run(
      'UPDATE social_posts SET external_id = NULL, edition_id = NULL, url = NULL WHERE message_id = $1',
      [said.id],
    );
    await desk.sql.run(
      `UPDATE deliveries SET state = 'sending', ending_at = $2, next_attempt_at = $2, sent_at = NULL WHERE message_id = $1`,
      [said.id, desk.clock.now()],
    );
  };

  it('after X took the post leaves one post, and no riddle', async () => {
    const { caseId } = await aPostOnX(world, x);
    const text = unique();
    const said = await answer(desk, caseId, { text });
    await desk.drain();
    await died(said);
    await seconds(60);
    expect(onX(text)).toHaveLength(1);
    expect(await stateOf(caseId, said)).toMatchObject({ state: 'sent' });
  });

  it('after Messenger took the message leaves one message', async () => {
    const { caseId } = await aMessageToThePage(world, page, 'tom');
    const text = unique();
    const said = await answer(desk, caseId, { text });
    await desk.drain();
    await died(said);
    await seconds(60);
    expect(onMessenger(text)).toHaveLength(1);
    expect(await stateOf(caseId, said)).toMatchObject({ state: 'sent' });
    expect(world.outside.facebook.violations()).toEqual([]);
  });

  it('and whose account is gone for good leaves a question for a person', async () => {
    const { caseId } = await aPostOnX(world, x);
    const said = await answer(desk, caseId, { text: unique() });
    await desk.drain();
    await died(said);
    await desk.sql.run(`UPDATE social_accounts SET state = 'disconnected' WHERE id = $1`, [x.id]);
    await seconds(60);
    expect(await stateOf(caseId, said)).toMatchObject({ state: 'unknown' });
    await desk.sql.run(`UPDATE social_accounts SET state = 'ok' WHERE id = $1`, [x.id]);
  });
});

describe('an echo', () => {
  it('of a post whose answer was lost says that it stands there', async () => {
    const { caseId } = await aPostOnX(world, x);
    world.outside.x.fault({ method: 'POST', path: '/2/tweets', times: 1, effect: { kind: 'lose-answer' } });
    world.outside.x.fault({ method: 'GET', path: '/2/users/:id/tweets', effect: { kind: 'drop' } });
    const text = unique();
    const said = await answer(desk, caseId, { text });
    await desk.drain();
    const [posted] = onX(text);
    const echo: PostFacts = {
      network: 'x',
      kind: 'reply',
      ...{ externalId: posted!.id, stableId: posted!.id, text, conversationId: posted!.conversationId },
      ...{ parentId: posted!.repliedTo, quotedId: null, ourMark: null, writer: null, byAccount: true, language: null },
      ...{ url: null, at: desk.clock.now(), edited: false, editedAt: null, concerns: [], media: [] },
    };
    const adopt = (post: Partial<PostFacts>) => desk.running.get(AdoptEcho).run(x.id, { ...echo, ...post });
    const other = { externalId: '1', stableId: '1', text: 'Something else' };
    expect(await adopt(other)).toBe('not-ours');
    await desk.sql.run(`UPDATE deliveries SET state = 'sending' WHERE message_id = $1`, [said.id]);
    expect(await adopt(other)).toBe('unsure');
    expect(await adopt({ ...other, conversationId: '2', parentId: '2' })).toBe('not-ours');
    await desk.sql.run(`UPDATE deliveries SET state = 'pending' WHERE message_id = $1`, [said.id]);
    expect(await adopt({})).toBe('ours');
    expect(await messageOf(desk, caseId, said.id)).toMatchObject({ post: { externalId: posted!.id } });

    await seconds(60);
    expect(onX(text)).toHaveLength(1);
    expect(await stateOf(caseId, said)).toMatchObject({ state: 'sent' });
  });
});

describe('an account that cannot speak', () => {
  it('because it is paused keeps what was to be said until it is resumed', async () => {
    const { caseId } = await aPostOnX(world, x);
    const api = desk.as(desk.administrator);
    const params = { socialAccountId: x.id };
    const text = unique();
    const said = await answer(desk, caseId, { text });
    await api.call(socialAccountsApi.pause, { params });
    expect(await refusalOf(desk, caseId)).toMatchObject({ code: 'post.account-unavailable' });
    await desk.drain();
    expect(await stateOf(caseId, said)).toMatchObject({
      state: 'pending',
      response: expect.stringContaining('paused'),
    });

    await api.call(socialAccountsApi.resume, { params });
    await desk.drain();
    expect(onX(text)).toHaveLength(1);
    expect(await stateOf(caseId, said)).toMatchObject({ state: 'sent' });
  });

  it('because its keys were taken back turns red, and speaks when it is connected again', async () => {
    const { caseId } = await aPostOnThePage(world, page);
    world.outside.facebook.authority.changeTokens({ person: 'noor', kind: 'new-password' });
    const text = unique();
    const said = await answer(desk, caseId, { text });
    await desk.drain();
    const waiting = await stateOf(caseId, said);
    expect(waiting).toMatchObject({ state: 'pending', response: expect.stringContaining('connects it again') });
    expect(onThePage(text)).toEqual([]);

    await larkspurOnFacebook(world);
    await desk.drain();
    expect(onThePage(text)).toHaveLength(1);
    expect(await stateOf(caseId, said)).toMatchObject({ state: 'sent' });
  });
});

import { deliveriesApi, socialPostsApi, type SocialAccount } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pictureFor } from '../../../../../../apps/sandbox/src/start-sandbox.ts';
import { LARKSPUR_PAGE, startDeskAndNetworks, type DeskAndNetworks } from '../../../../../../test/fixtures/networks.ts';
import type { TestDesk } from '../../../../../../test/fixtures/desk.ts';
import {
  aCommentOnThePage,
  aMessageToThePage,
  answer,
  aPostOnThePage,
  hoursPass,
  larkspurOnFacebook,
  messageOf,
  refusalOf,
  upload,
} from './social-out.fixture.ts';

const HOUR = 3_600_000;

let world: DeskAndNetworks;
let desk: TestDesk;
let account: SocialAccount;

beforeAll(async () => {
  world = await startDeskAndNetworks();
  desk = world.desk;
  account = await larkspurOnFacebook(world);
});
afterAll(() => world.close());

const postsHere = () => world.outside.facebook.postsOn(LARKSPUR_PAGE);
const postOf = (id: string) => postsHere().find((post) => post.id === id)!;
const saidTo = (person: string) =>
  world.outside.facebook.conversations({ page: LARKSPUR_PAGE, person }).flatMap(({ messages }) => messages);

describe('an answer on Facebook', () => {
  it('stands below the post of the visitor, and the case says where', async () => {
    const { caseId, postId } = await aPostOnThePage(world, account);
    const { id } = await answer(desk, caseId, { text: 'It left yesterday, Ana.' });
    await desk.drain();
    expect(postOf(postId).comments).toMatchObject([{ message: 'It left yesterday, Ana.' }]);
    expect(await messageOf(desk, caseId, id)).toMatchObject({
      ...{ channel: 'facebook', from: { name: 'Larkspur Coffee' }, delivery: { state: 'sent' } },
      post: { kind: 'comment', externalId: postOf(postId).comments[0]!.id, author: { ours: true } },
    });
  });

  it('to a comment stands below it, with a picture', async () => {
    const { caseId, postId } = await aCommentOnThePage(world, account);
    const picture = await upload(desk, 'beans.png', { contentType: 'image/png', bytes: pictureFor('beans') });
    await answer(desk, caseId, { text: 'It is!', uploadIds: [picture] });
    await desk.drain();
    const [comment] = postOf(postId).comments;
    expect(comment?.comments).toMatchObject([{ message: 'It is!' }]);
  });

  it('to a comment can be private, once', async () => {
    const { caseId } = await aCommentOnThePage(world, account, 'kenji');
    const { id } = await answer(desk, caseId, { text: 'Tell us your number.', post: { audience: 'private' } });
    await desk.drain();
    expect(await messageOf(desk, caseId, id)).toMatchObject({ delivery: { state: 'sent' }, post: { kind: 'message' } });
    expect(saidTo('kenji').map(({ text }) => text)).toEqual(['Tell us your number.']);
    expect(await refusalOf(desk, caseId, { post: { audience: 'private' } })).toMatchObject({
      code: 'post.private-reply-used',
    });
  });

  it('to a message is a message, its files follow, and our mark is in each', async () => {
    const { caseId } = await aMessageToThePage(world, account);
    const picture = await upload(desk, 'beans.png', { contentType: 'image/png', bytes: pictureFor('beans') });
    const { id } = await answer(desk, caseId, { text: 'Here you are.', uploadIds: [picture] });
    await desk.drain();
    const [, words, file] = saidTo('maya');
    expect(words).toMatchObject({ text: 'Here you are.', metadata: expect.stringMatching(/^bureau:post:\d+$/) });
    expect(file).toMatchObject({ text: '', metadata: expect.stringMatching(/^bureau:post:\d+$/) });
    expect(await messageOf(desk, caseId, id)).toMatchObject({ delivery: { state: 'sent' }, post: { parts: 2 } });
  });

  it('is too long at 2,000 characters in private', async () => {
    const { caseId } = await aMessageToThePage(world, account, 'tom');
    const text = 'Please read this. '.repeat(150).trim();
    expect(await refusalOf(desk, caseId, { text })).toMatchObject({ code: 'post.too-long', limit: 2000, over: 699 });
    await answer(desk, caseId, { text, post: { split: true } });
    await desk.drain();
    const said = saidTo('tom').slice(1);
    expect(said.map((message) => message.text).join(' ')).toBe(text);
  });
});

describe('the time for private answers', () => {
  it('is told, becomes one for people after a day, and is over after a week', async () => {
    const { caseId } = await aMessageToThePage(world, account, 'omar');
    const api = desk.as(desk.agent);
    const windowNow = async () => (await api.call(socialPostsApi.ways, { params: { caseId } })).ways[0]?.window;
    expect(await windowNow()).toMatchObject({ forPeopleOnly: false });

    await hoursPass(desk, world, 30 * HOUR);
    expect(await windowNow()).toMatchObject({ forPeopleOnly: true });
    const late = await answer(desk, caseId, { text: 'Sorry for the wait.' });
    await desk.drain();
    expect(await messageOf(desk, caseId, late.id)).toMatchObject({ delivery: { state: 'sent' } });
    expect(saidTo('omar').at(-1)).toMatchObject({ text: 'Sorry for the wait.', tag: 'HUMAN_AGENT' });

    await hoursPass(desk, world, 7 * 24 * HOUR);
    expect(await refusalOf(desk, caseId)).toMatchObject({ code: 'post.window-closed' });
    const { ways } = await api.call(socialPostsApi.ways, { params: { caseId } });
    expect(ways[0]?.refusal).toBe('post.window-closed');
  });
});

describe('what can be done to a comment', () => {
  it('likes it, hides it and shows it again', async () => {
    const { messageId, postId } = await aCommentOnThePage(world, account, 'ana');
    const api = desk.as(desk.agent);
    await api.call(socialPostsApi.like, { params: { messageId }, body: { on: true } });
    const hidden = await api.call(socialPostsApi.hide, { params: { messageId }, body: { on: true } });
    expect(hidden.post?.hiddenAt).not.toBeNull();
    expect(postOf(postId).comments[0]).toMatchObject({ hidden: true });
    const shown = await api.call(socialPostsApi.hide, { params: { messageId }, body: { on: false } });
    expect(shown.post?.hiddenAt).toBeNull();
    const refusal = await api.refusal(socialPostsApi.repost, { params: { messageId }, body: { on: true } });
    expect(refusal).toMatchObject({ code: 'post.not-possible' });
  });
});

describe('an answer that waits', () => {
  it('can be taken back before it stands there, and not afterwards', async () => {
    const { caseId } = await aPostOnThePage(world, account);
    const { delivery } = await answer(desk, caseId);
    await desk.drain();
    const refusal = await desk.as(desk.agent).refusal(deliveriesApi.undo, { params: { deliveryId: delivery!.id } });
    expect(refusal).toMatchObject({ code: 'delivery.under-way' });
  });
});

describe('everything above', () => {
  it('was said once, within the limits', () => {
    expect(world.outside.facebook.violations()).toEqual([]);
  });
});

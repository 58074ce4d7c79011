import { AnswerOnNetwork } from '@bureau/cases';
import { bulkApi, casesApi, macrosApi, type FeedMessage, type SocialAccount } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDeskAndNetworks, type DeskAndNetworks } from '../../../../../../test/fixtures/networks.ts';
import type { TestDesk } from '../../../../../../test/fixtures/desk.ts';
import { aMessageToThePage, aPostOnX, hoursPass, larkspurOnFacebook, larkspurOnX } from './social-out.fixture.ts';

let world: DeskAndNetworks;
let desk: TestDesk;
let x: SocialAccount;

beforeAll(async () => {
  world = await startDeskAndNetworks();
  desk = world.desk;
  x = await larkspurOnX(world);
});
afterAll(() => world.close());

const lastOf = async (caseId: number): Promise<FeedMessage | undefined> => {
  const { items } = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId }, query: { limit: 100 } });
  return items.filter((item): item is FeedMessage => item.kind === 'message').at(-1);
};

describe('a reply of a macro, in bulk', () => {
  it('is a post where the case came from X, in the words for channels without formatting', async () => {
    const admin = desk.as(desk.administrator);
    const macro = await admin.call(macrosApi.create, {
      body: {
        name: 'Thanks',
        visibility: { for: 'everyone' },
        actions: [
          { type: 'quick-reply', html: '<p>Thank you <b>very</b> much</p>', plain: 'Thanks a lot!', subject: null },
        ],
      },
    });
    const { caseId } = await aPostOnX(world, x);
    const made = await admin.call(
      bulkApi.change,
      { body: { caseIds: [caseId], macros: { macroIds: [macro.id], sendReplies: true } } },
      { 'idempotency-key': crypto.randomUUID() },
    );
    expect(made).toBeTruthy();
    await desk.drain();
    expect(await lastOf(caseId)).toMatchObject({
      text: 'Thanks a lot!',
      channel: 'twitter',
      delivery: { state: 'sent' },
    });
    expect(world.outside.x.posts('larkspurcoffee')[0]).toMatchObject({ text: 'Thanks a lot!' });
  });
});

describe('a reply of a rule', () => {
  const RULE = { kind: 'rule', id: 1, name: 'Urgent first' } as const;
  const say = (caseId: number, text: string) => desk.running.get(AnswerOnNetwork).run({ caseId, text, author: RULE });

  it('is the desk’s own answer there: the case stays new', async () => {
    const { caseId, postId } = await aPostOnX(world, x, { as: 'jonas_weber' });
    expect(await say(caseId, 'We look at it.')).toEqual({ to: '@jonas_weber' });
    await desk.drain();
    expect(world.outside.x.posts('larkspurcoffee')[0]).toMatchObject({ text: 'We look at it.', repliedTo: postId });
    expect(await lastOf(caseId)).toMatchObject({ automatic: 'auto-answer', delivery: { state: 'sent' }, author: RULE });
    const { status } = await desk.as(desk.agent).call(casesApi.get, { params: { caseId } });
    expect(status).toBe('new');
  });

  it('is refused in words when it is too long, and when one person had three within the hour', async () => {
    const { caseId } = await aPostOnX(world, x, { as: 'kenji_climbs' });
    expect(await say(caseId, 'word '.repeat(80))).toMatchObject({ refused: expect.stringContaining('too long') });
    for (const text of ['One.', 'Two.', 'Three.'])
      expect(await say(caseId, text)).toMatchObject({ to: '@kenji_climbs' });
    expect(await say(caseId, 'Four.')).toMatchObject({ refused: expect.stringContaining('3 automatic answers') });
  });

  it('has a day on Messenger, where people have a week', async () => {
    const page = await larkspurOnFacebook(world);
    const { caseId } = await aMessageToThePage(world, page);
    await hoursPass(desk, world, 25 * 3_600_000);
    expect(await say(caseId, 'We look at it.')).toMatchObject({ refused: expect.stringContaining('for one day') });
  });
});

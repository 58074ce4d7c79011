import { casesApi, intakeApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../../test/fixtures/desk.ts';
import { aBatch, anAccount, APPS, casesOf, fatesOf, tell, type TestAccount } from './social-in.fixture.ts';

let desk: TestDesk;

beforeAll(async () => {
  desk = await startTestDesk({ env: APPS });
});
afterAll(() => closeDesk(desk));

const OUR_APP = APPS.FB_APP_ID;
let serial = 0;

/** Somebody new writes to a page of ours. */
async function aConversation() {
  const page = await anAccount(desk, 'facebook');
  const person = `7700${++serial}`;
  const directions = { sender: { id: person }, recipient: { id: page.externalId } };
  const hear = async (given: Parameters<typeof aBatch>[2]) => {
    await tell(desk, 'facebook', aBatch(desk, page, given));
    await desk.drain();
  };
  const unit = (what: object) => ({ ...directions, ...what });
  const write = (mid: string, text: string) => unit({ message: { mid: `${mid}-${person}`, text } });
  return { page, person, hear, unit, write, mid: (name: string) => `${name}-${person}` };
}

async function feedOf(page: TestAccount) {
  const [opened] = await casesOf(desk, page);
  const params = { caseId: opened?.id ?? 0 };
  const { items } = await desk.as(desk.agent).call(casesApi.feed, { params, query: { limit: 100 } });
  return {
    reactions: items.flatMap((item) => (item.kind === 'message' ? [item.post?.reaction] : [])),
    events: items.flatMap((item) => (item.kind === 'event' ? [item.event] : [])),
  };
}

describe('what somebody feels about a private message', () => {
  it('stands on the message as it does there, until it is taken back; what comes late changes nothing', async () => {
    const { page, hear, unit, write, mid } = await aConversation();
    const now = desk.clock.now().getTime();
    const react = (emoji: string, timestamp: number) =>
      unit({ timestamp, reaction: { mid: mid('m1'), action: 'react', emoji } });
    await hear({ messaging: [write('m1', 'Where is my kettle?')] });
    await hear({ messaging: [react('❤', now + 2000)] });
    await hear({ messaging: [react('😢', now + 1000)] });
    expect(await feedOf(page)).toMatchObject({ reactions: ['❤'], events: expect.arrayContaining(['post.reacted']) });

    await hear({ messaging: [unit({ timestamp: now + 3000, reaction: { mid: mid('m1'), action: 'unreact' } })] });
    expect(await feedOf(page)).toMatchObject({ reactions: [null], events: expect.arrayContaining(['post.unreacted']) });
    expect(await fatesOf(desk, page)).toEqual({ message: 3, duplicate: 1 });
  });

  it('about a message that nobody told of is kept and nothing more', async () => {
    const { page, hear, unit } = await aConversation();
    const timestamp = desk.clock.now().getTime() - 3_600_000;
    await hear({ messaging: [unit({ timestamp, reaction: { mid: 'm_of_old', action: 'react', emoji: '❤' } })] });
    expect(await fatesOf(desk, page)).toEqual({ suppressed: 1 });
  });

  it('waits for a message that comes after it', async () => {
    const { page, unit, write, mid } = await aConversation();
    const reaction = unit({ reaction: { mid: mid('m1'), action: 'react', emoji: '❤' } });
    await tell(desk, 'facebook', aBatch(desk, page, { messaging: [reaction] }));
    await tell(desk, 'facebook', aBatch(desk, page, { messaging: [write('m1', 'Hello?')] }));
    await expect.poll(() => fatesOf(desk, page), { timeout: 20_000 }).toEqual({ message: 2 });
    expect(await feedOf(page)).toMatchObject({ reactions: ['❤'] });
  });
});

describe('a conversation that another app of the page holds', () => {
  it('is no case; its words are kept, and stand around the case once it is given to us', async () => {
    const { page, hear, unit, write } = await aConversation();
    await hear({ standby: [write('m1', 'Talk to the robot.')] });
    expect(await casesOf(desk, page)).toEqual([]);
    const { items } = await desk.as(desk.administrator).call(intakeApi.list, { query: { limit: 1 } });
    expect(items[0]).toMatchObject({ fate: 'suppressed', subject: 'Talk to the robot.' });
    expect(items[0]?.reason).toContain('Another app of the page answers');

    await hear({ messaging: [unit({ pass_thread_control: { new_owner_app_id: OUR_APP } })] });
    await hear({ messaging: [write('m2', 'A person, please.')] });
    const [opened] = await casesOf(desk, page);
    expect(opened?.messages.map(({ text }) => text)).toEqual(['A person, please.']);
    const around = await desk.sql.rows('SELECT text FROM social_posts WHERE account_id = $1 AND message_id IS NULL', [
      page.id,
    ]);
    expect(around).toEqual([{ text: 'Talk to the robot.' }]);
  });

  it('says in its case that it was taken over, and that it came back', async () => {
    const { page, hear, unit, write } = await aConversation();
    await hear({ messaging: [write('m1', 'Hello?')] });
    const now = desk.clock.now().getTime();
    await hear({
      messaging: [unit({ timestamp: now + 1000, take_thread_control: { previous_owner_app_id: OUR_APP } })],
    });
    await hear({ standby: [write('m2', 'To the other app.')] });
    await hear({ messaging: [unit({ timestamp: now + 2000, pass_thread_control: { new_owner_app_id: OUR_APP } })] });
    const { events, reactions } = await feedOf(page);
    expect(events).toEqual(expect.arrayContaining(['post.handed-over', 'post.handed-back']));
    expect(reactions).toHaveLength(1);
  });
});

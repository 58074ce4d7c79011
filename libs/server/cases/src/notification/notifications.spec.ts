import { casesApi, followersApi, notesApi, notificationsApi, preferencesApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { AppendMessage } from '../case/append-message.ts';
import { aCase, somebody } from '../case/case.factory.ts';
import { SYSTEM } from '../case/system-actor.ts';

let desk: TestDesk;
beforeAll(async () => {
  // What is sent waits to be taken back: this desk has nobody to hand it to.
  desk = await startTestDesk({ env: { BUREAU_UNDO_SECONDS: '60' } });
});
afterAll(() => closeDesk(desk));

const newsOf = async (person: Person, query: { unread?: boolean; limit?: number; cursor?: string } = {}) => {
  await desk.drain();
  return desk.as(person).call(notificationsApi.list, { query: { ...query, unread: query.unread ? 'true' : 'false' } });
};
const kindsFor = async (person: Person) => (await newsOf(person)).items.map(({ kind }) => kind);

const customerWrites = (caseId: number, automatic: 'auto-reply' | null = null) =>
  desk.running.get(AppendMessage).run(SYSTEM, {
    caseId,
    reason: 'Answers our mail.',
    message: {
      ...{
        subject: 'Re',
        text: 'It still drips.',
        visibleLength: 15,
        html: null,
        automatic,
        sender: null,
        notices: [],
      },
      ...{ from: { name: 'Ana', address: 'ana@customer.example' }, to: [], cc: [], files: [], author: null },
      ...{ messageId: null, inReplyTo: null, references: [], userId: null, customerId: null, intakeId: null },
    },
  });

const assign = (caseId: number, assigneeId: number, who = desk.agent) =>
  desk.as(who).call(casesApi.update, { params: { caseId }, body: { assigneeId } });

describe('I hear', () => {
  it('of being named, once, and with who did it', async () => {
    const me = await desk.aUser({ name: 'Lea' });
    const { id } = await aCase(desk, { subject: 'Named' });
    const body = { text: '@Lea', mentionedUserIds: [me.id] };
    const note = await desk.as(desk.agent).call(notesApi.add, { params: { caseId: id }, body });
    await desk.as(desk.agent).call(notesApi.edit, { params: { noteId: note.id }, body: { ...body, text: '@Lea!' } });

    expect((await newsOf(me)).items).toMatchObject([
      { kind: 'mention', case: { id, subject: 'Named' }, actor: { name: 'Mia Larsen' }, readAt: null },
    ]);
  });

  it('of a case that a colleague gives me, not of one that I take', async () => {
    const me = await desk.aUser({ name: 'Lea' });
    const [given, taken] = [await aCase(desk), await aCase(desk)];
    await assign(given.id, me.id);
    await assign(taken.id, me.id, me);
    await aCase(desk, { assigneeId: me.id });

    expect(await kindsFor(me)).toEqual(['assignment', 'assignment']);
  });

  it('of what a customer writes in my case, and a colleague in one that I follow; not of machines', async () => {
    const [me, follower] = [await desk.aUser({ name: 'Lea' }), await desk.aUser({ name: 'Fay' })];
    const { id } = await aCase(desk, { assigneeId: me.id });
    await desk.as(follower).call(followersApi.add, { params: { caseId: id, userId: follower.id } });
    await customerWrites(id, 'auto-reply');
    await customerWrites(id);
    const { sequence } = await desk.as(me).call(casesApi.get, { params: { caseId: id } });
    await desk.as(me).call(casesApi.reply, { params: { caseId: id }, body: { text: 'Unplug it.', sequence } });

    expect(await kindsFor(me)).toEqual(['message', 'assignment']);
    expect(await kindsFor(follower)).toEqual(['message', 'message']);
  });

  it('nothing of a kind that I switched off; of one that may only ring, without a count', async () => {
    const me = await desk.aUser({ name: 'Lea' });
    const want = (notifications: object) => desk.as(me).call(preferencesApi.change, { body: { notifications } });
    await want({ assignment: { inApp: false, browser: false, sound: false } });
    await aCase(desk, { assigneeId: me.id });
    expect(await kindsFor(me)).toEqual([]);

    await want({ assignment: { sound: true } });
    await aCase(desk, { assigneeId: me.id });
    expect(await kindsFor(me)).toEqual(['assignment']);
    expect(await desk.as(me).call(notificationsApi.count, {})).toEqual({ unread: 0, more: false });
  });

  it('nothing of a case that I cannot see, or no longer can', async () => {
    const me = await somebody(desk, { scope: 'assigned' });
    const { id } = await aCase(desk, { assigneeId: me.id });
    expect(await kindsFor(me)).toEqual(['assignment']);

    await assign(id, desk.agent.id, desk.administrator);
    await customerWrites(id);

    expect(await kindsFor(me)).toEqual([]);
    expect(await desk.as(me).call(notificationsApi.count, {})).toEqual({ unread: 0, more: false });
  });
});

describe('my notifications', () => {
  it('are counted, paged, read one by one and all at once', async () => {
    const me = await desk.aUser({ name: 'Lea' });
    for (let count = 0; count < 3; count++) await aCase(desk, { assigneeId: me.id });
    const first = await newsOf(me, { limit: 2 });
    const rest = await newsOf(me, { limit: 2, cursor: first.next! });
    const all = [...first.items, ...rest.items];
    expect(new Set(all.map(({ id }) => id)).size).toBe(3);

    const mine = desk.as(me);
    await mine.call(notificationsApi.read, { params: { notificationId: all[0]!.id } });
    expect((await newsOf(me, { unread: true })).items).toHaveLength(2);
    await mine.call(notificationsApi.readAll, { body: { caseId: all[1]!.case.id } });
    expect(await mine.call(notificationsApi.count, {})).toEqual({ unread: 1, more: false });
    await mine.call(notificationsApi.readAll, { body: {} });
    expect(await mine.call(notificationsApi.count, {})).toEqual({ unread: 0, more: false });
  });

  it('are nobody else’s', async () => {
    const me = await desk.aUser({ name: 'Lea' });
    await aCase(desk, { assigneeId: me.id });
    const notificationId = (await newsOf(me)).items[0]!.id;

    const refused = await desk.as(desk.agent).refusal(notificationsApi.read, { params: { notificationId } });
    expect(refused).toEqual({ status: 404, code: 'notification.not-found' });
  });
});

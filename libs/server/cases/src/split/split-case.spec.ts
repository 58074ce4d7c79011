import { casesApi, intakeApi, mergesApi, splitsApi, type FeedItem, type SplitCase } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { sendMail, type WrittenMail } from '../../../../../test/fixtures/mail.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const agent = () => desk.as(desk.agent);
const someone = () => `${crypto.randomUUID()}@customer.example`;
const read = (caseId: number) => agent().call(casesApi.get, { params: { caseId } });
const messages = async (caseId: number) =>
  (await agent().call(casesApi.feed, { params: { caseId } })).items.filter((item) => item.kind === 'message');
const words = async (caseId: number) => (await messages(caseId)).map(({ text }) => text.trim());
const lastOf = async (caseId: number): Promise<FeedItem | undefined> =>
  (await agent().call(casesApi.feed, { params: { caseId } })).items.at(-1);
const split = (caseId: number, messageIds: number[], more: Partial<SplitCase> = {}) =>
  agent().call(splitsApi.split, { params: { caseId }, body: { messageIds, ...more } });
const unsplit = (caseId: number) => agent().call(splitsApi.unsplit, { params: { caseId } });
const put = (caseId: number, status: 'pending' | 'resolved') =>
  agent().call(casesApi.update, { params: { caseId }, body: { status } });

async function receive(mail: WrittenMail) {
  await sendMail(desk, mail);
  await desk.drain();
  const { items } = await agent().call(intakeApi.list, { query: { limit: 1 } });
  return items[0]!;
}

async function answer(caseId: number, text: string): Promise<string> {
  const { sequence } = await read(caseId);
  const reply = await agent().call(casesApi.reply, { params: { caseId }, body: { text, sequence } });
  return `<${reply.messageId}>`;
}

/** A case with two matters in it: the grinder, answered, and a kettle that came up later. */
async function twoMatters(from = someone()) {
  const { caseId } = await receive({ from, subject: 'The grinder', text: 'It is stuck.' });
  const answerId = await answer(caseId!, 'Unplug it.');
  await receive({ from, subject: 'Re: The grinder', inReplyTo: answerId, text: 'And the kettle leaks.' });
  const [, , kettle] = await messages(caseId!);
  return { from, caseId: caseId!, answerId, kettleId: kettle!.id };
}

describe('splitting a case', () => {
  it('makes a message a case of its own, with the same customer', async () => {
    const { caseId, kettleId } = await twoMatters();
    const before = await read(caseId);

    const opened = await split(caseId, [kettleId], { subject: 'The kettle' });

    expect(opened).toMatchObject({
      subject: 'The kettle',
      status: 'open',
      customer: before.customer,
      excerpt: 'And the kettle leaks.',
      counts: { inbound: 1, outbound: 0 },
    });
    expect(opened.waitingSince).not.toBeNull();
    expect(await words(caseId)).toEqual(['It is stuck.', 'Unplug it.']);
    expect(await read(caseId)).toMatchObject({ excerpt: 'Unplug it.', waitingSince: null });
  });

  it('is told on both, each naming the other', async () => {
    const { caseId, kettleId } = await twoMatters();
    const opened = await split(caseId, [kettleId]);

    expect(await lastOf(caseId)).toMatchObject({ event: 'case.split', changes: [{ to: opened.id }] });
    expect(await lastOf(opened.id)).toMatchObject({ event: 'case.split', changes: [{ to: caseId }] });
  });

  it('lets answers go where the message that they answer is', async () => {
    const { from, caseId, answerId } = await twoMatters();
    const [, ours] = await messages(caseId);
    const opened = await split(caseId, [ours!.id]);

    expect((await receive({ from, inReplyTo: answerId, text: 'To ours.' })).caseId).toBe(opened.id);
  });

  it('does not empty a case, nor take what is not in it', async () => {
    const { caseId } = await twoMatters();
    const ids = (await messages(caseId)).map(({ id }) => id);

    const refusal = (body: SplitCase) => agent().refusal(splitsApi.split, { params: { caseId }, body });
    expect((await refusal({ messageIds: ids, noteIds: [], customer: 'same' })).code).toBe('split.nothing-left');
    const response = await agent().send(splitsApi.split, { params: { caseId }, body: { messageIds: [987_654_321] } });
    expect(await response.json()).toMatchObject({
      code: 'request.invalid',
      errors: [{ path: 'messageIds', message: 'This case has no message 987654321.' }],
    });
  });
});

describe('unsplitting', () => {
  it('gives back what went along and what was said since; late answers follow', async () => {
    const { from, caseId, kettleId } = await twoMatters();
    const opened = await split(caseId, [kettleId]);
    const answerId = await answer(opened.id, 'Which kettle?');
    await receive({ from, inReplyTo: answerId, text: 'The red one.' });

    const back = await unsplit(opened.id);

    expect(back.id).toBe(caseId);
    expect((await words(caseId)).toSorted()).toEqual(
      ['It is stuck.', 'Unplug it.', 'And the kettle leaks.', 'Which kettle?', 'The red one.'].toSorted(),
    );
    expect((await receive({ from, inReplyTo: answerId, text: 'Still red.' })).caseId).toBe(caseId);
    expect(await agent().refusal(casesApi.get, { params: { caseId: opened.id } })).toMatchObject({ status: 404 });
  });

  it('knows what belonged to a case that is merged in', async () => {
    const from = someone();
    const one = await twoMatters(from);
    const two = await twoMatters(from);
    await agent().call(mergesApi.merge, { body: { caseIds: [one.caseId, two.caseId] } });
    const opened = await split(one.caseId, [one.kettleId, two.kettleId]);
    await agent().call(mergesApi.unmerge, { params: { caseId: two.caseId } });

    await unsplit(opened.id);

    expect((await messages(two.caseId)).map(({ id }) => id)).toContain(two.kettleId);
    expect((await messages(one.caseId)).map(({ id }) => id)).toContain(one.kettleId);
  });

  it('wakes the case it came from when a customer wrote to the part and waits', async () => {
    const { from, caseId, kettleId } = await twoMatters();
    const part = await split(caseId, [kettleId]);
    const answerId = await answer(part.id, 'Which kettle?');
    await put(caseId, 'resolved');
    await receive({ from, inReplyTo: answerId, text: 'The red one.' });

    const back = await unsplit(part.id);

    expect(back).toMatchObject({ id: caseId, status: 'open' });
    expect(back.waitingSince).not.toBeNull();
    expect(await lastOf(caseId)).toMatchObject({
      event: 'case.unsplit',
      changes: [{ field: 'splitCaseId' }, { field: 'status', from: 'resolved', to: 'open' }],
    });
  });

  it('leaves the case it came from as it is when nobody wrote, or he was answered', async () => {
    const { from, caseId, kettleId } = await twoMatters();
    await put(caseId, 'pending');
    await unsplit((await split(caseId, [kettleId])).id);
    expect(await read(caseId)).toMatchObject({ status: 'pending' });

    const part = await split(caseId, [kettleId]);
    const answerId = await answer(part.id, 'Which kettle?');
    await receive({ from, inReplyTo: answerId, text: 'The red one.' });
    await answer(part.id, 'Send it in.');
    await unsplit(part.id);
    expect(await read(caseId)).toMatchObject({ status: 'pending' });
  });

  it.each([
    ['before', ['write', 'merge']],
    ['after', ['merge', 'write']],
  ])('lets a customer wait who wrote to the part %s the case it came from was merged', async (_, order) => {
    const { from, caseId, kettleId } = await twoMatters();
    const older = await twoMatters(from);
    const part = await split(caseId, [kettleId]);
    const answerId = await answer(part.id, 'Which kettle?');
    await put(caseId, 'pending');
    for (const step of order) {
      if (step === 'write') await receive({ from, inReplyTo: answerId, text: 'The red one.' });
      else await agent().call(mergesApi.merge, { body: { caseIds: [caseId, older.caseId], intoCaseId: older.caseId } });
    }
    await put(older.caseId, 'resolved');

    expect(await unsplit(part.id)).toMatchObject({ id: older.caseId, status: 'open' });
    const alone = await agent().call(mergesApi.unmerge, { params: { caseId } });
    expect(alone.status).toBe('open');
    expect(await words(caseId)).toContain('The red one.');
  });

  it('is refused where nothing was split off', async () => {
    const { caseId } = await twoMatters();
    expect(await agent().refusal(splitsApi.unsplit, { params: { caseId } })).toEqual({
      status: 409,
      code: 'split.not-split',
    });
  });
});

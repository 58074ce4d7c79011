import { casesApi, draftsApi, intakeApi, mergesApi, notesApi, relatedApi, type FeedItem } from '@bureau/contracts';
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
const feed = async (caseId: number): Promise<FeedItem[]> =>
  (await agent().call(casesApi.feed, { params: { caseId } })).items;
const words = async (caseId: number) =>
  (await feed(caseId)).flatMap((item) => (item.kind === 'message' ? [item.text.trim()] : []));
const merge = (caseIds: number[], more: { intoCaseId?: number; differentCustomers?: boolean } = {}) =>
  agent().call(mergesApi.merge, { body: { caseIds, ...more } });
const unmerge = (caseId: number) => agent().call(mergesApi.unmerge, { params: { caseId } });

/** Sends a mail and returns what became of it. */
async function receive(mail: WrittenMail) {
  await sendMail(desk, mail);
  await desk.drain();
  const { items } = await agent().call(intakeApi.list, { query: { limit: 1 } });
  return items[0]!;
}

/** A case that came by mail, with an answer of ours that the customer can answer. */
async function anAnsweredCase({ from = someone(), text = 'It makes no sound.' } = {}) {
  const { caseId } = await receive({ from, text, messageId: `<${crypto.randomUUID()}@customer.example>` });
  const { sequence } = await read(caseId!);
  const reply = await agent().call(casesApi.reply, {
    params: { caseId: caseId! },
    body: { text: `Answer to ${text}`, sequence, status: 'pending' },
  });
  return { caseId: caseId!, from, answerId: `<${reply.messageId}>` };
}

async function labelled(caseId: number, ...names: string[]) {
  await agent().call(casesApi.update, { params: { caseId }, body: { labels: names } });
}

const labelsOf = async (caseId: number) => (await read(caseId)).labels.map(({ name }) => name).sort();

describe('merging cases', () => {
  it('brings what was said in the newer one into the older one, and closes the newer one', async () => {
    const from = someone();
    const older = await anAnsweredCase({ from, text: 'One' });
    const newer = await anAnsweredCase({ from, text: 'Two' });

    const target = await merge([newer.caseId, older.caseId]);

    expect(target.id).toBe(older.caseId);
    expect(await words(older.caseId)).toEqual(['One', 'Answer to One', 'Two', 'Answer to Two']);
    expect(target).toMatchObject({ status: 'pending', counts: { inbound: 2, outbound: 2 }, excerpt: 'Answer to Two' });
    expect(await words(newer.caseId)).toEqual([]);
    expect(await read(newer.caseId)).toMatchObject({ status: 'closed', mergedIntoId: older.caseId });
  });

  it('is told in the history of both', async () => {
    const from = someone();
    const [one, two] = [await anAnsweredCase({ from }), await anAnsweredCase({ from })];
    await merge([one.caseId, two.caseId]);

    const last = async (caseId: number) => (await feed(caseId)).at(-1);
    expect(await last(one.caseId)).toMatchObject({ event: 'case.merged', changes: [{ to: two.caseId }] });
    expect(await last(two.caseId)).toMatchObject({
      event: 'case.merged',
      changes: expect.arrayContaining([{ field: 'mergedIntoId', from: null, to: one.caseId }]),
    });
  });

  it('asks again when they belong to different customers', async () => {
    const ids = [(await anAnsweredCase()).caseId, (await anAnsweredCase()).caseId];

    expect(await agent().refusal(mergesApi.merge, { body: { caseIds: ids } })).toEqual({
      status: 409,
      code: 'merge.customers-differ',
    });
    expect((await merge(ids, { differentCustomers: true })).id).toBe(ids[0]);
  });

  it('is refused for a closed case, for one alone, and for what one may not see', async () => {
    const { caseId, from } = await anAnsweredCase();
    const other = await anAnsweredCase({ from });
    await agent().call(casesApi.update, { params: { caseId: other.caseId }, body: { status: 'closed' } });

    const refusal = (caseIds: number[]) => agent().refusal(mergesApi.merge, { body: { caseIds } });
    expect((await refusal([caseId, other.caseId])).code).toBe('case.closed');
    expect((await refusal([caseId])).code).toBe('request.invalid');
    expect(await refusal([caseId, 987_654_321])).toEqual({ status: 404, code: 'case.not-found' });
  });

  it('tells whoever still writes to the merged case where it went', async () => {
    const from = someone();
    const one = await anAnsweredCase({ from });
    const two = await anAnsweredCase({ from });
    const { sequence } = await read(two.caseId);
    await merge([one.caseId, two.caseId]);

    const params = { caseId: two.caseId };
    const answers = [
      await agent().send(casesApi.reply, { params, body: { text: 'Too late.', sequence } }),
      await agent().send(casesApi.update, { params, body: { priority: 9 } }),
      await agent().send(notesApi.add, { params, body: { text: 'Too late.' } }),
    ];

    for (const answer of answers) {
      const problem = { status: answer.status, ...(await answer.json()) };
      expect(problem).toMatchObject({ status: 409, code: 'case.merged', mergedIntoId: one.caseId });
    }
  });

  it('lets an answer to either of them land in the one that is left', async () => {
    const from = someone();
    const one = await anAnsweredCase({ from, text: 'One' });
    const two = await anAnsweredCase({ from, text: 'Two' });
    await merge([one.caseId, two.caseId]);

    const item = await receive({ from, inReplyTo: two.answerId, text: 'More of two.' });

    expect(item).toMatchObject({ fate: 'message', caseId: one.caseId });
    expect(await read(one.caseId)).toMatchObject({ status: 'open', excerpt: 'More of two.' });
  });

  it('and an answer that arrives at the same moment lose nothing', async () => {
    const from = someone();
    const one = await anAnsweredCase({ from, text: 'One' });
    const two = await anAnsweredCase({ from, text: 'Two' });

    const mails = Array.from({ length: 6 }, (_, index) =>
      sendMail(desk, { from, inReplyTo: index % 2 ? one.answerId : two.answerId, text: `In flight ${index}` }),
    );
    await Promise.all([...mails, merge([one.caseId, two.caseId])]);
    await desk.drain();

    expect((await words(one.caseId)).filter((text) => text.startsWith('In flight'))).toHaveLength(6);
    expect(await words(two.caseId)).toEqual([]);
    await unmerge(two.caseId);
    expect((await words(two.caseId)).filter((text) => text.startsWith('In flight')).sort()).toEqual([
      'In flight 0',
      'In flight 2',
      'In flight 4',
    ]);
  });
});

describe('links and drafts of a merged case', () => {
  const linksOf = async (caseId: number) =>
    (await agent().call(relatedApi.get, { params: { caseId } })).links.map((link) => link.url ?? link.case?.id);
  const draftOf = async (caseId: number) =>
    (await agent().call(draftsApi.get, { params: { caseId }, query: {} })).draft?.text;
  const keepDraft = (caseId: number, text: string) =>
    agent().call(draftsApi.save, { params: { caseId }, query: {}, body: { html: '', text, sequence: 1 } });

  it('go with it, and come back when it is taken out again', async () => {
    const from = someone();
    const [one, two, tied] = [await anAnsweredCase({ from }), await anAnsweredCase({ from }), await anAnsweredCase()];
    const url = 'https://issues.example/7';
    for (const body of [{ url }, { caseId: tied.caseId }, { caseId: one.caseId }]) {
      await agent().call(relatedApi.link, { params: { caseId: two.caseId }, body });
    }
    await agent().call(relatedApi.link, { params: { caseId: one.caseId }, body: { url } });
    await keepDraft(two.caseId, 'Half an answer');

    await merge([one.caseId, two.caseId]);
    expect((await linksOf(one.caseId)).sort()).toEqual([tied.caseId, two.caseId, url].sort());
    expect(await linksOf(tied.caseId)).toEqual([one.caseId]);
    expect(await draftOf(one.caseId)).toBe('Half an answer');

    await unmerge(two.caseId);
    expect((await linksOf(two.caseId)).sort()).toEqual([one.caseId, tied.caseId, url].sort());
    expect((await linksOf(one.caseId)).sort()).toEqual([two.caseId, url].sort());
    expect([await draftOf(one.caseId), await draftOf(two.caseId)]).toEqual([undefined, 'Half an answer']);
  });

  it('stay where they are when their writer has begun another draft there', async () => {
    const from = someone();
    const [one, two] = [await anAnsweredCase({ from }), await anAnsweredCase({ from })];
    await keepDraft(one.caseId, 'Here');
    await keepDraft(two.caseId, 'There');

    await merge([one.caseId, two.caseId]);

    expect([await draftOf(one.caseId), await draftOf(two.caseId)]).toEqual(['Here', 'There']);
  });
});

describe('unmerging', () => {
  it('gives everything back, and what came since to the case that it answered', async () => {
    const from = someone();
    const one = await anAnsweredCase({ from, text: 'One' });
    const two = await anAnsweredCase({ from, text: 'Two' });
    await merge([one.caseId, two.caseId]);
    await receive({ from, inReplyTo: two.answerId, text: 'More of two.' });
    await receive({ from, inReplyTo: one.answerId, text: 'More of one.' });

    const back = await unmerge(two.caseId);

    expect(back).toMatchObject({ mergedIntoId: null, closedAt: null, counts: { inbound: 2, outbound: 1 } });
    expect(await words(two.caseId)).toEqual(['Two', 'Answer to Two', 'More of two.']);
    expect(await words(one.caseId)).toEqual(['One', 'Answer to One', 'More of one.']);
    expect((await receive({ from, inReplyTo: two.answerId, text: 'Home again.' })).caseId).toBe(two.caseId);
  });

  it('restores the status; a customer who wrote meanwhile waits there', async () => {
    const from = someone();
    const one = await anAnsweredCase({ from });
    const quiet = await anAnsweredCase({ from });
    const called = await anAnsweredCase({ from });
    await merge([one.caseId, quiet.caseId, called.caseId]);
    await receive({ from, inReplyTo: called.answerId, text: 'Hello?' });

    expect(await unmerge(quiet.caseId)).toMatchObject({ status: 'pending', waitingSince: null });
    const back = await unmerge(called.caseId);
    expect(back.status).toBe('open');
    expect(back.waitingSince).not.toBeNull();
  });

  it('takes along the labels and followers that the merge brought, and no others', async () => {
    const from = someone();
    const one = await anAnsweredCase({ from });
    const two = await anAnsweredCase({ from });
    const three = await anAnsweredCase({ from });
    await labelled(one.caseId, 'mine');
    await labelled(two.caseId, 'mine', 'brought', 'both');
    await labelled(three.caseId, 'both');
    await merge([one.caseId, two.caseId]);
    await merge([one.caseId, three.caseId]);
    expect(await labelsOf(one.caseId)).toEqual(['both', 'brought', 'mine']);

    await unmerge(two.caseId);
    expect(await labelsOf(one.caseId)).toEqual(['both', 'mine']);
    await unmerge(three.caseId);
    expect(await labelsOf(one.caseId)).toEqual(['mine']);
  });

  it('works within a chain, in any order', async () => {
    const from = someone();
    const first = await anAnsweredCase({ from, text: 'A' });
    const middle = await anAnsweredCase({ from, text: 'B' });
    const last = await anAnsweredCase({ from, text: 'C' });
    await labelled(first.caseId, 'of A');
    await merge([first.caseId], { intoCaseId: middle.caseId });
    await merge([middle.caseId], { intoCaseId: last.caseId });
    await receive({ from, inReplyTo: first.answerId, text: 'More of A' });
    expect(await words(last.caseId)).toHaveLength(7);

    await unmerge(first.caseId);
    expect(await words(first.caseId)).toEqual(['A', 'Answer to A', 'More of A']);
    expect(await labelsOf(last.caseId)).toEqual([]);
    expect(await labelsOf(middle.caseId)).toEqual([]);
    await unmerge(middle.caseId);
    expect(await words(middle.caseId)).toEqual(['B', 'Answer to B']);
    expect(await words(last.caseId)).toEqual(['C', 'Answer to C']);
  });

  it('is refused where nothing is merged', async () => {
    const { caseId } = await anAnsweredCase();
    expect(await agent().refusal(mergesApi.unmerge, { params: { caseId } })).toEqual({
      status: 409,
      code: 'merge.not-merged',
    });
  });
});

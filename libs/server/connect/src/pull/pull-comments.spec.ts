import { casesApi, notesApi, salesforceSettingsApi, type FeedNote } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../../test/fixtures/salesforce.ts';
import { PushWaiting } from '../push/push-waiting.ts';
import { PullSalesforce } from './pull-salesforce.ts';

let world: DeskAndSalesforce;
beforeAll(async () => {
  world = await startDeskAndSalesforce({ salesforce: { withRecords: false } });
  await connectSalesforce(world, { enable: true });
  await poll();
});
afterAll(() => world.close());

const admin = () => world.desk.as(world.desk.administrator);

async function push() {
  await world.desk.drain();
  world.passes(10_000);
  await world.desk.running.get(PushWaiting).run();
  await world.desk.drain();
}

async function poll() {
  world.passes(10_000);
  await world.desk.running.get(PullSalesforce).run();
  await push();
}

let people = 0;
async function aCase() {
  people += 1;
  const customer = { address: `ana${people}@fern.example`, name: 'Ana Fern' };
  const { id } = await admin().call(casesApi.open, { body: { subject: 'Stuck', text: 'It does not turn.', customer } });
  await push();
  return { id, there: String(world.org.records('Case').find((row) => row['Desk_Id__c'] === String(id))?.['Id']) };
}

async function notesOf(caseId: number): Promise<FeedNote[]> {
  const { items } = await admin().call(casesApi.feed, { params: { caseId }, query: {} });
  return items.filter((item) => item.kind === 'note');
}

const comments = (caseId: string) => world.org.records('CaseComment').filter((row) => row['ParentId'] === caseId);

describe('a comment that is written in Salesforce', () => {
  it('becomes a note in the name of its author, once, and does not go back', async () => {
    const { id, there } = await aCase();
    world.org.as().comment(there, 'She called the shop.');
    world.org.as().comment(there, 'We send a seal.', true);
    await poll();
    await poll();
    expect(await notesOf(id)).toMatchObject([
      { text: 'She called the shop.', published: false, author: { kind: 'sync', name: 'Erin Sales' } },
      { text: 'We send a seal.', published: true, author: { kind: 'sync', name: 'Erin Sales' } },
    ]);
    expect(comments(there)).toHaveLength(2);
  });

  it('changes with its note, and stays there when the case is not linked', async () => {
    const { id, there } = await aCase();
    const erin = world.org.as();
    const comment = erin.comment(there, 'Wants it back.');
    const stranger = erin.create('Case', { Subject: 'Nobody’s' });
    erin.comment(String(stranger['Id']), 'Not for the desk.');
    await poll();
    erin.edit(String(comment['Id']), { CommentBody: 'Wants it back by Friday.' });
    await poll();
    expect(await notesOf(id)).toMatchObject([{ text: 'Wants it back by Friday.', editedAt: expect.any(String) }]);
    expect(await world.desk.sql.rows(`SELECT FROM notes WHERE text = 'Not for the desk.'`)).toEqual([]);
  });

  it('stays there where cases do not come to the desk', async () => {
    const direction = (to: 'both' | 'to_salesforce') =>
      admin().call(salesforceSettingsApi.update, { params: { object: 'case' }, body: { direction: to } });
    const { id, there } = await aCase();
    await direction('to_salesforce');
    world.org.as().comment(there, 'Only here.');
    await poll();
    expect(await notesOf(id)).toEqual([]);
    await direction('both');
  });
});

describe('a note of the desk', () => {
  const body = (text: string) => ({ text, mentionedUserIds: [] });

  it('does not come back as another note, even where the answer of Salesforce was lost', async () => {
    const { id, there } = await aCase();
    world.org.fault({
      ...{ path: '/services/data/*/sobjects/CaseComment', method: 'POST', times: 1 },
      effect: { kind: 'lose-answer' },
    });
    await admin().call(notesApi.add, { params: { caseId: id }, body: { text: 'Ours.' } });
    await world.desk.drain();
    await world.desk.running.get(PullSalesforce).run();
    for (let turn = 0; turn < 3; turn++) await poll();
    expect(comments(there)).toMatchObject([{ CommentBody: 'Ours.' }]);
    expect(await notesOf(id)).toMatchObject([{ text: 'Ours.', author: { kind: 'user' } }]);
  });

  it('takes away the comments that it needs no more when it has become shorter', async () => {
    const { id, there } = await aCase();
    const { id: noteId } = await admin().call(notesApi.add, {
      params: { caseId: id },
      body: { text: `She called twice. ${'x'.repeat(4_100)}` },
    });
    await push();
    expect(comments(there)).toHaveLength(2);
    await admin().call(notesApi.edit, { params: { noteId }, body: body('She called.') });
    await push();
    expect(comments(there)).toMatchObject([{ CommentBody: 'She called.' }]);
    await admin().call(notesApi.edit, { params: { noteId }, body: body(`Again. ${'y'.repeat(4_100)}`) });
    await poll();
    expect(comments(there)).toHaveLength(2);
    expect(await notesOf(id)).toHaveLength(1);
  });
});

import { attachmentsApi, casesApi, draftsApi, notesApi } from '@bureau/contracts';
import { Database } from '@bureau/platform';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiClient, RefusedCall } from '../../../../../test/fixtures/api-client.ts';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase, readCase, somebody } from '../case/case.factory.ts';

let desk: TestDesk;
let agent: ApiClient;
beforeAll(async () => {
  desk = await startTestDesk();
  agent = desk.as(desk.agent);
});
afterAll(() => closeDesk(desk));

const note = (
  caseId: number,
  over: { text?: string; html?: string; mentionedUserIds?: number[]; uploadIds?: number[] } = {},
) => agent.call(notesApi.add, { params: { caseId }, body: { text: 'She is a VIP.', ...over } });

const edit = (noteId: number, text: string, who = agent) =>
  who.call(notesApi.edit, { params: { noteId }, body: { text } });

const upload = async (person: Person) => {
  const credentials = Buffer.from(`${person.email}:${person.password}`).toString('base64');
  const response = await fetch(`${desk.url}/api/v3/uploads?fileName=secret.txt&contentType=text/plain`, {
    method: 'POST',
    headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/octet-stream' },
    body: 'only for us',
  });
  return (await response.json()) as { id: number };
};

describe('a note', () => {
  it('stands in the feed and is counted', async () => {
    const { id, sequence } = await aCase(desk);

    const added = await note(id, { html: '<p onclick="x()">She is a <b>VIP</b>.</p><script>x()</script>' });

    expect(added).toMatchObject({ kind: 'note', text: 'She is a VIP.', html: '<p>She is a <b>VIP</b>.</p>' });
    expect(await readCase(desk, id)).toMatchObject({ sequence: sequence + 1, counts: { notes: 1 } });
    const feed = await agent.call(casesApi.feed, { params: { caseId: id } });
    expect(feed.items.at(-1)).toEqual(added);
    expect((await agent.call(notesApi.list, { params: { caseId: id } })).items).toEqual([added]);
  });

  it('is nothing for whoever may not write or see it', async () => {
    const { id } = await aCase(desk);
    const call = { params: { caseId: id }, body: { text: 'Hm.' } };
    const mute = desk.as(await somebody(desk, { permissions: ['cases:view', 'cases:reply'] }));
    expect(await mute.refusal(notesApi.add, call)).toEqual({ status: 403, code: 'permission.denied' });
    const elsewhere = desk.as(await somebody(desk, { scope: 'groups' }));
    expect(await elsewhere.refusal(notesApi.add, call)).toEqual({ status: 404, code: 'case.not-found' });
    expect(await elsewhere.refusal(notesApi.list, { params: { caseId: id } })).toMatchObject({ status: 404 });
  });

  it('comes too late on a closed case', async () => {
    const { id } = await aCase(desk, { status: 'closed' });
    const refused = await agent.refusal(notesApi.add, { params: { caseId: id }, body: { text: 'Hm.' } });
    expect(refused).toEqual({ status: 409, code: 'case.closed' });
  });

  it('names only colleagues who may see the case', async () => {
    const { id } = await aCase(desk);
    const blind = await somebody(desk, { name: 'Omar Haddad', scope: 'assigned' });

    const body = { text: '@Omar look', mentionedUserIds: [desk.administrator.id, blind.id, 999_999] };
    const refused = await agent
      .call(notesApi.add, { params: { caseId: id }, body })
      .catch((error: RefusedCall) => error);

    expect(refused).toMatchObject({
      problem: {
        code: 'request.invalid',
        errors: [
          { path: 'mentionedUserIds.1', message: 'Omar Haddad may not see this case.' },
          { path: 'mentionedUserIds.2', message: expect.stringContaining('999999') },
        ],
      },
    });
    expect((await note(id, { mentionedUserIds: [desk.administrator.id] })).mentionedUserIds).toHaveLength(1);
  });

  it('brings files that only those who see the case can fetch', async () => {
    const { id } = await aCase(desk);
    const { id: uploadId } = await upload(desk.agent);

    const { attachments } = await note(id, { uploadIds: [uploadId] });

    expect(attachments).toMatchObject([{ fileName: 'secret.txt', size: 11 }]);
    const file = { params: { attachmentId: attachments[0]!.id } };
    expect(await (await agent.send(attachmentsApi.download, file)).text()).toBe('only for us');
    const elsewhere = desk.as(await somebody(desk, { scope: 'assigned' }));
    expect((await elsewhere.send(attachmentsApi.download, file)).status).toBe(404);
    const foreign = { params: { caseId: id }, body: { text: 'Mine?', uploadIds: [uploadId] } };
    expect(await desk.as(desk.administrator).refusal(notesApi.add, foreign)).toMatchObject({
      code: 'upload.not-found',
    });
  });

  it('ends my draft of a note, and leaves my draft of a reply', async () => {
    const { id, sequence } = await aCase(desk);
    const draft = (kind: 'note' | 'reply') => ({ params: { caseId: id }, query: { kind } });
    for (const kind of ['note', 'reply'] as const) {
      await agent.call(draftsApi.save, { ...draft(kind), body: { html: '', text: kind, sequence } });
    }

    await note(id);

    expect((await agent.call(draftsApi.get, draft('note'))).draft).toBeNull();
    expect((await agent.call(draftsApi.get, draft('reply'))).draft).toMatchObject({ text: 'reply' });
  });
});

describe('changing a note', () => {
  it('is for its author, and the history keeps what it said', async () => {
    const { id } = await aCase(desk);
    const { id: noteId } = await note(id);

    expect(await edit(noteId, 'She is a VIP, and in a hurry.')).toMatchObject({
      text: 'She is a VIP, and in a hurry.',
    });

    const feed = await agent.call(casesApi.feed, { params: { caseId: id } });
    expect(feed.items.at(-1)).toMatchObject({
      event: 'note.edited',
      changes: [{ field: 'note.text', from: 'She is a VIP.', to: 'She is a VIP, and in a hurry.' }],
      context: { noteId },
    });
    const other = { params: { noteId }, body: { text: 'No.' } };
    expect(await desk.as(desk.administrator).refusal(notesApi.edit, other)).toMatchObject({ code: 'note.of-another' });
    const blind = desk.as(await somebody(desk, { scope: 'assigned' }));
    expect(await blind.refusal(notesApi.edit, other)).toEqual({ status: 404, code: 'note.not-found' });
  });

  it('ends after fifteen minutes', async () => {
    const { id } = await aCase(desk);
    const { id: noteId } = await note(id);
    desk.clock.advance(15 * 60_000);
    const late = await agent.refusal(notesApi.edit, { params: { noteId }, body: { text: 'Too late.' } });
    expect(late).toEqual({ status: 409, code: 'note.settled' });
  });
});

describe('what is sent', () => {
  it('never holds a word or a file of a note, however the answer is written', async () => {
    const { id } = await aCase(desk);
    const { id: uploadId } = await upload(desk.agent);
    await note(id, { text: 'TOP SECRET', html: '<p>TOP SECRET</p>', uploadIds: [uploadId] });
    const { sequence } = await readCase(desk, id);
    const body = { text: 'Please unplug it.', html: '<p>Please unplug it.</p>', sequence };
    const reply = await agent.call(casesApi.reply, { params: { caseId: id }, body });

    const database = desk.running.get(Database);
    const rows = await database.rows<{ row: string }>(
      `SELECT to_jsonb(m)::text AS row FROM messages m WHERE case_id = $1
       UNION ALL SELECT to_jsonb(a)::text FROM attachments a WHERE message_id IS NOT NULL
       UNION ALL SELECT to_jsonb(d)::text FROM deliveries d WHERE case_id = $1`,
      [id],
    );
    expect(reply.attachments).toEqual([]);
    expect(rows.map(({ row }) => row).join()).not.toMatch(/TOP SECRET|secret\.txt/);
    const both = database.run('UPDATE attachments SET message_id = $1 WHERE note_id IS NOT NULL', [reply.id]);
    await expect(both).rejects.toThrow('attachments_one_owner');
  });
});

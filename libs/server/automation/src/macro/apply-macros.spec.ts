import {
  articlesApi,
  bulkApi,
  casesApi,
  historyApi,
  lockApi,
  macrosApi,
  topicsApi,
  type Actions,
  type MacroApplication,
} from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase, atConsole, readCase } from '@bureau/cases/testing';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const agent = () => desk.as(desk.agent);

async function aMacro(name: string, actions: Actions): Promise<number> {
  return (await agent().call(macrosApi.create, { body: { name, actions } })).id;
}

const apply = (caseId: number, macroIds: number[], more: { sequence?: number } = {}): Promise<MacroApplication> =>
  agent().call(macrosApi.apply, { params: { caseId }, body: { macroIds, ...more } });

const undo = (caseId: number, applicationId: number, who: Person = desk.agent) =>
  desk.as(who).call(macrosApi.undo, { params: { caseId, appliedId: applicationId } });

const historyOf = async (caseId: number) => (await agent().call(historyApi.list, { params: { caseId } })).items;
const notesOf = async (caseId: number) =>
  (await agent().call(casesApi.feed, { params: { caseId }, query: {} })).items.filter(({ kind }) => kind === 'note');

describe('a preview', () => {
  it('shows what would become of the case, and changes nothing', async () => {
    const { id: caseId } = await aCase(desk);
    const before = await readCase(desk, caseId);
    const macroId = await aMacro('Look first', [
      { type: 'set-priority', priority: 9 },
      {
        type: 'quick-reply',
        html: '<p>Hello {{customer.first_name}}, {{customer.title}}</p>',
        plain: null,
        subject: null,
      },
    ]);

    const preview = await agent().call(macrosApi.preview, { params: { caseId }, body: { macroIds: [macroId] } });

    expect(preview.effects.map(({ type, outcome }) => [type, outcome])).toEqual([
      ['set-priority', 'done'],
      ['quick-reply', 'done'],
    ]);
    expect(preview.effects[0]?.changes).toEqual([{ field: 'priority', from: before.priority, to: 9 }]);
    expect(preview.reply).toMatchObject({ text: expect.stringContaining('Hello'), missing: ['customer.title'] });
    expect(preview.reply?.html).not.toContain('data-gap');
    expect(preview.reply?.marked).toContain('<span data-gap="customer.title"></span>');
    expect(await readCase(desk, caseId)).toEqual(before);
  });

  it('marks what the agent may not do', async () => {
    const { id: caseId } = await aCase(desk);
    const actions: Actions = [{ type: 'set-priority', priority: 9 }, { type: 'delete' }];
    const preview = await agent().call(macrosApi.try, { body: { caseId, actions } });
    expect(preview.refused).toEqual([1]);
    expect(preview.effects[1]).toMatchObject({ outcome: 'refused', reason: 'Your role does not allow this.' });
  });

  it('of a case that one cannot see is none', async () => {
    const macroId = await aMacro('Nowhere', [{ type: 'set-priority', priority: 9 }]);
    const params = { caseId: 987_654_321 };
    expect(await agent().refusal(macrosApi.preview, { params, body: { macroIds: [macroId] } })).toEqual({
      status: 404,
      code: 'case.not-found',
    });
  });
});

describe('applying macros', () => {
  it('does all of several in one go, counts them, and says by which macro', async () => {
    const { id: caseId } = await aCase(desk);
    const refund = await aMacro('Refund', [
      { type: 'append-labels', labels: ['refund'] },
      { type: 'quick-reply', html: '<p>One.</p>', plain: null, subject: 'Your refund' },
    ]);
    const settle = await aMacro('Settle', [
      { type: 'set-status', status: 'resolved' },
      { type: 'add-note', html: '<p>Done.</p>' },
      { type: 'quick-reply', html: '<p>Two.</p>', plain: null, subject: null },
    ]);

    const applied = await apply(caseId, [refund, settle]);

    expect(await readCase(desk, caseId)).toMatchObject({ status: 'resolved', labels: [{ name: 'refund' }] });
    expect(applied.reply).toMatchObject({ subject: 'Your refund', text: 'One.\n\nTwo.' });
    expect(applied.effects.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
    const lines = (await historyOf(caseId)).filter(
      ({ context }) => context.macroApplicationId === applied.applicationId,
    );
    expect(lines.map(({ context }) => context.macro?.name).toSorted()).toEqual(['Refund', 'Settle']);
    expect(lines[0]?.actor).toMatchObject({ kind: 'user', name: 'Mia Larsen' });
    const { items } = await agent().call(macrosApi.list, {});
    expect(items.find(({ id }) => id === refund)).toMatchObject({ used: 1, usedByMe: 1 });
  });

  it('is done once, however often the request comes', async () => {
    const { id: caseId } = await aCase(desk);
    const macroId = await aMacro('Once', [{ type: 'add-note', html: '<p>Once.</p>' }]);
    const input = { params: { caseId }, body: { macroIds: [macroId] } };
    const key = { 'idempotency-key': 'once-and-only' };
    const one = await agent().call(macrosApi.apply, input, key);
    const other = await agent().call(macrosApi.apply, input, key);
    expect(other).toEqual(one);
    expect(await notesOf(caseId)).toHaveLength(1);
  });

  it('leaves a case alone that a colleague has taken, that is closed, or of which there is news', async () => {
    const macroId = await aMacro('Careful', [{ type: 'set-priority', priority: 9 }]);
    const wanted = (caseId: number, sequence?: number) => ({
      params: { caseId },
      body: { macroIds: [macroId], sequence },
    });

    const { id: taken } = await aCase(desk);
    await desk.as(desk.administrator).call(lockApi.take, { params: { caseId: taken }, body: {} });
    const console = await atConsole(desk, desk.agent);
    expect(await console.refusal(macrosApi.apply, wanted(taken))).toMatchObject({ status: 409, code: 'case.locked' });

    const { id: closed } = await aCase(desk);
    await agent().call(casesApi.update, { params: { caseId: closed }, body: { status: 'closed' } });
    expect(await agent().refusal(macrosApi.apply, wanted(closed))).toMatchObject({ code: 'case.closed' });

    const { id: future, sequence: now } = await aCase(desk);
    expect(await agent().refusal(macrosApi.apply, wanted(future, now + 1))).toMatchObject({ code: 'case.moved-on' });
    const { id: moved, sequence } = await aCase(desk);
    await desk.as(desk.administrator).call(casesApi.update, { params: { caseId: moved }, body: { priority: 2 } });
    expect(await agent().refusal(macrosApi.apply, wanted(moved, sequence))).toMatchObject({ code: 'case.moved-on' });
    expect(await readCase(desk, moved)).toMatchObject({ priority: 2 });
  });

  it('does not know macros that are not for the agent', async () => {
    const { id: caseId } = await aCase(desk);
    const body = { name: 'Hers', actions: [{ type: 'set-priority' as const, priority: 1 }] };
    const { id } = await desk.as(desk.administrator).call(macrosApi.create, { body });
    expect(await agent().refusal(macrosApi.apply, { params: { caseId }, body: { macroIds: [id] } })).toEqual({
      status: 404,
      code: 'macro.not-found',
    });
  });
});

describe('an article that a macro inserts', () => {
  const DOT = 'R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
  const uploads = async (html: string) => {
    const ids = [...html.matchAll(/data-content-id="upload-(\d+)"/g)].map(([, id]) => Number(id));
    return desk.sql.rows<{ userId: number; contentType: string }>(
      'SELECT user_id AS "userId", content_type AS "contentType" FROM uploads WHERE id = ANY($1)',
      [ids],
    );
  };

  async function aMacroWithPicture(name: string): Promise<number> {
    const administrator = desk.as(desk.administrator);
    const topic = await administrator.call(topicsApi.create, { body: { name, brandIds: [desk.brandId] } });
    const html = `<p>So it looks: <img src="data:image/gif;base64,${DOT}" alt="A dot"></p>`;
    const body = { topicId: topic.id, subject: name, html, publishAt: '2026-01-01T00:00:00Z' };
    const article = await administrator.call(articlesApi.create, { body });
    return aMacro(name, [{ type: 'insert-article', articleId: article.id }]);
  }

  it('brings its pictures into the composer, as uploads of whoever writes', async () => {
    const { id: caseId } = await aCase(desk);
    const macroIds = [await aMacroWithPicture('With a picture')];

    const { reply } = await apply(caseId, macroIds);

    expect(reply?.html).toMatch(/<img[^>]* data-content-id="upload-\d+"/);
    expect(await uploads(reply?.html ?? '')).toEqual([{ userId: desk.agent.id, contentType: 'image/gif' }]);
  });

  it('leaves no upload behind when it is only looked at', async () => {
    const { id: caseId } = await aCase(desk);
    const macroIds = [await aMacroWithPicture('Only seen')];
    const preview = await agent().call(macrosApi.preview, { params: { caseId }, body: { macroIds } });
    expect(await uploads(preview.reply?.html ?? '')).toEqual([]);
  });

  it('goes with its pictures to each customer of many', async () => {
    const { id: caseId } = await aCase(desk);
    const macroIds = [await aMacroWithPicture('To many')];
    await agent().call(bulkApi.change, { body: { caseIds: [caseId], macros: { macroIds, sendReplies: true } } });
    await desk.drain();

    const { items } = await agent().call(casesApi.feed, { params: { caseId }, query: {} });
    expect(items).toContainEqual(
      expect.objectContaining({ direction: 'out', attachments: [expect.objectContaining({ inline: true })] }),
    );
  });
});

describe('undo', () => {
  const all: Actions = [
    { type: 'set-status', status: 'resolved' },
    { type: 'set-priority', priority: 9 },
    { type: 'append-labels', labels: ['to-undo'] },
    { type: 'add-note', html: '<p>Goes again.</p>' },
    { type: 'set-priority', priority: 10 },
  ];

  it('gives everything back at once', async () => {
    const { id: caseId } = await aCase(desk);
    const before = await readCase(desk, caseId);
    const { applicationId } = await apply(caseId, [await aMacro('All', all)]);
    expect(await notesOf(caseId)).toHaveLength(1);

    const undone = await undo(caseId, applicationId);

    expect(undone).toMatchObject({ kept: [], notes: 1, notesKept: 0, stays: [] });
    expect(undone.undone.toSorted()).toEqual(['labelIds', 'priority', 'status']);
    const { status, priority, labels, counts } = before;
    expect(await readCase(desk, caseId)).toMatchObject({ status, priority, labels, counts });
    expect(await undo(caseId, applicationId)).toMatchObject({ undone: [], kept: [], notes: 0 });
  });

  it('keeps a note that was changed since, and says so', async () => {
    const { id: caseId } = await aCase(desk);
    const { applicationId } = await apply(caseId, [await aMacro('Noted', all)]);
    await desk.sql.run('UPDATE notes SET edited_at = now() WHERE case_id = $1', [caseId]);
    expect(await undo(caseId, applicationId)).toMatchObject({ notes: 0, notesKept: 1 });
    expect(await notesOf(caseId)).toHaveLength(1);
  });

  it('keeps what was changed again since', async () => {
    const { id: caseId } = await aCase(desk);
    const { applicationId } = await apply(caseId, [await aMacro('Some', all)]);
    await agent().call(casesApi.update, { params: { caseId }, body: { priority: 3 } });

    expect(await undo(caseId, applicationId)).toMatchObject({ kept: ['priority'] });
    expect(await readCase(desk, caseId)).toMatchObject({ priority: 3 });
  });

  it('is for whoever applied them', async () => {
    const { id: caseId } = await aCase(desk);
    const { applicationId } = await apply(caseId, [await aMacro('Not hers', all)]);
    const input = { params: { caseId, appliedId: applicationId } };
    expect(await desk.as(desk.administrator).refusal(macrosApi.undo, input)).toEqual({
      status: 404,
      code: 'macro.application-not-found',
    });
  });
});

describe('macros for many cases', () => {
  const settle: Actions = [
    { type: 'set-status', status: 'resolved' },
    { type: 'set-priority', priority: 9 },
    { type: 'quick-reply', html: '<p>Hello {{customer.first_name}}</p>', plain: null, subject: null },
  ];
  const read = async (bulkId: number) => agent().call(bulkApi.get, { params: { bulkId } });

  it('change each, leave replies out, and are undone as one', async () => {
    const ids = [(await aCase(desk)).id, (await aCase(desk)).id];
    const macroIds = [await aMacro('Sweep', settle)];
    const { id } = await agent().call(bulkApi.change, { body: { caseIds: ids, macros: { macroIds } } });
    await desk.drain();

    expect(await read(id)).toMatchObject({ state: 'done', changed: 2, skipped: 0 });
    for (const caseId of ids)
      expect(await readCase(desk, caseId)).toMatchObject({ status: 'resolved', counts: { outbound: 0 } });

    await agent().call(bulkApi.undo, { params: { bulkId: id } });
    await desk.drain();
    expect(await read(id)).toMatchObject({ state: 'undone', undone: 2, kept: 0 });
    for (const caseId of ids) expect(await readCase(desk, caseId)).not.toMatchObject({ status: 'resolved' });
  });

  it('leave a case resolved that was so before, when they resolve and write', async () => {
    const { id: caseId } = await aCase(desk);
    await agent().call(casesApi.update, { params: { caseId }, body: { status: 'resolved' } });
    const macroIds = [await aMacro('Settled before', settle)];
    await agent().call(bulkApi.change, { body: { caseIds: [caseId], macros: { macroIds, sendReplies: true } } });
    await desk.drain();
    expect(await readCase(desk, caseId)).toMatchObject({ status: 'resolved', counts: { outbound: 1 } });
  });

  it('take back notes and replies that wait, and say what of each case stays', async () => {
    const ids = [(await aCase(desk)).id, (await aCase(desk)).id];
    const [edited = 0, plain = 0] = ids;
    const told: Actions = [
      ...settle,
      { type: 'add-note', html: '<p>Swept.</p>' },
      {
        type: 'send-email',
        recipient: { to: 'address', address: 'stock@partner.example' },
        subject: 'x',
        html: '<p>x</p>',
      },
    ];
    const macroIds = [await aMacro('Tell and note', told)];
    const body = { caseIds: ids, macros: { macroIds, sendReplies: true } };
    const { id } = await agent().call(bulkApi.change, { body });
    await desk.drain();
    expect(await notesOf(plain)).toHaveLength(1);
    await desk.sql.run('UPDATE notes SET edited_at = now() WHERE case_id = $1', [edited]);
    await desk.sql.run("UPDATE deliveries SET state = 'sent' WHERE case_id = $1", [edited]);
    await desk.sql.run("UPDATE deliveries SET state = 'pending' WHERE case_id = $1", [plain]);

    for (let time = 0; time < 2; time++) {
      await agent().call(bulkApi.undo, { params: { bulkId: id } });
      await desk.drain();
      const { items } = await agent().call(bulkApi.skips, { params: { bulkId: id }, query: { undo: 'true' } });
      expect(items.map(({ caseId, code, fields }) => [caseId, code, fields])).toEqual([
        [edited, 'macro.note-kept', []],
        [edited, 'macro.said-outside', ['send-email', 'quick-reply']],
        [plain, 'macro.said-outside', ['send-email']],
      ]);
    }

    expect(await read(id)).toMatchObject({ state: 'undone', kept: 2 });
    expect([await notesOf(edited), await notesOf(plain)]).toMatchObject([{ length: 1 }, { length: 0 }]);
    const replies = await desk.sql.rows(
      `SELECT d.case_id AS "caseId", d.state FROM deliveries d JOIN messages m ON m.id = d.message_id
       WHERE d.case_id = ANY($1) AND m.purpose = 'message' ORDER BY d.case_id`,
      [ids],
    );
    expect(replies).toEqual([
      { caseId: edited, state: 'sent' },
      { caseId: plain, state: 'cancelled' },
    ]);
    const drafts = await desk.sql.rows('SELECT 1 FROM drafts WHERE case_id = ANY($1)', [ids]);
    expect(drafts).toEqual([]);
  });

  it('are listed page by page, also where a case has two reasons', async () => {
    const { id: caseId } = await aCase(desk);
    const macroIds = [await aMacro('Two reasons', settle)];
    const { id: bulkId } = await agent().call(bulkApi.change, { body: { caseIds: [caseId], macros: { macroIds } } });
    await desk.drain();
    await desk.sql.run(
      "INSERT INTO bulk_skips (bulk_id, undo, case_id, code) VALUES ($1, true, $2, 'case.moved-on'), ($1, true, $2, 'macro.note-kept')",
      [bulkId, caseId],
    );
    const page = (cursor?: string) =>
      agent().call(bulkApi.skips, {
        params: { bulkId },
        query: { undo: 'true', limit: '1', ...(cursor && { cursor }) },
      });
    const first = await page();
    const second = await page(first.next ?? '');
    expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(['case.moved-on', 'macro.note-kept']);
    expect(second.next).toBeNull();
  });

  it('write to each customer only when that was chosen', async () => {
    const { id: caseId } = await aCase(desk);
    const macroIds = [await aMacro('Tell all', settle)];
    await agent().call(bulkApi.change, { body: { caseIds: [caseId], macros: { macroIds, sendReplies: true } } });
    await desk.drain();

    expect(await readCase(desk, caseId)).toMatchObject({ status: 'resolved', counts: { outbound: 1 } });
  });

  it('leave a case wholly alone that they cannot be applied to, and say why', async () => {
    const { id: fine } = await aCase(desk);
    const { id: closed } = await aCase(desk);
    await agent().call(casesApi.update, { params: { caseId: closed }, body: { status: 'closed' } });
    const macroIds = [await aMacro('Partly', settle)];
    const { id } = await agent().call(bulkApi.change, {
      body: { caseIds: [fine, closed, 987_654_321], macros: { macroIds } },
    });
    await desk.drain();

    expect(await read(id)).toMatchObject({ changed: 1, skipped: 2 });
    const { items } = await agent().call(bulkApi.skips, { params: { bulkId: id }, query: {} });
    expect(items.map(({ code }) => code).toSorted()).toEqual(['case.closed', 'case.not-found']);
  });
});

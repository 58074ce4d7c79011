import { casesApi, historyApi, type Actions, type Actor } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase, readCase, somebody } from '@bureau/cases/testing';
import { actorOf, apply as applyAt, RULE } from './actions.fixture.ts';
import { PreviewActions } from './preview-actions.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const asUser = (person: Person) => actorOf(desk, person);

const apply = (actor: Actor, caseId: number, actions: Actions) => applyAt(desk, actor, { caseId, actions });

const historyOf = async (caseId: number) =>
  (await desk.as(desk.agent).call(historyApi.list, { params: { caseId } })).items;

describe('actions on a case', () => {
  it('write fields that follow each other as one line of history, and tell each by itself', async () => {
    const { id } = await aCase(desk);
    const before = (await historyOf(id)).length;

    const effects = await apply(RULE, id, [
      { type: 'set-status', status: 'pending' },
      { type: 'set-priority', priority: 9 },
      { type: 'append-labels', labels: ['refund'] },
    ]);

    expect(effects.map(({ outcome, changes }) => [outcome, changes.map(({ field, to }) => [field, to])])).toEqual([
      ['done', [['status', 'pending']]],
      ['done', [['priority', 9]]],
      ['done', [['labelIds', [expect.any(Number)]]]],
    ]);
    expect(await readCase(desk, id)).toMatchObject({ status: 'pending', priority: 9 });
    expect(await historyOf(id)).toHaveLength(before + 1);
  });

  it('see what those before them did', async () => {
    const { id } = await aCase(desk);
    await apply(RULE, id, [
      { type: 'set-priority', priority: 5 },
      { type: 'change-priority', by: 2 },
      { type: 'add-note', html: '<p>Priority {{case.priority}}.</p>' },
    ]);
    const feed = await desk.as(desk.agent).call(casesApi.feed, { params: { caseId: id }, query: {} });
    expect(feed.items.find(({ kind }) => kind === 'note')).toMatchObject({ text: 'Priority 7.' });
  });

  it('put to sleep no case that one before them made spam', async () => {
    const { id } = await aCase(desk);
    const effects = await apply(RULE, id, [{ type: 'mark-spam' }, { type: 'snooze', hours: 2 }]);
    expect(effects).toMatchObject([
      { outcome: 'done' },
      { outcome: 'nothing', reason: 'What is resolved or spam does not sleep.' },
    ]);
    expect(await readCase(desk, id)).toMatchObject({ snooze: null });
  });

  it('find no case any more once it lies in the trash', async () => {
    const { id } = await aCase(desk);
    const effects = await apply(RULE, id, [{ type: 'delete' }, { type: 'set-priority', priority: 9 }]);
    expect(effects.map(({ outcome }) => outcome)).toEqual(['done', 'refused']);
  });

  it('say so when there is nothing to do', async () => {
    const { id } = await aCase(desk, {});
    await apply(RULE, id, [{ type: 'set-priority', priority: 10 }]);
    const effects = await apply(RULE, id, [
      { type: 'set-priority', priority: 10 },
      { type: 'change-priority', by: 3 },
    ]);
    expect(effects).toMatchObject([
      { outcome: 'nothing', reason: 'It is so already.' },
      { outcome: 'nothing', reason: 'The priority is 10 already, and goes no higher.' },
    ]);
  });

  it('are refused one by one: what somebody may not do keeps nothing else from being done', async () => {
    const { id } = await aCase(desk);
    const reader = await asUser(await somebody(desk, { permissions: ['cases:view', 'cases:note'] }));
    const effects = await apply(reader, id, [
      { type: 'set-status', status: 'resolved' },
      { type: 'add-note', html: '<p>Seen.</p>' },
    ]);
    expect(effects.map(({ outcome }) => outcome)).toEqual(['refused', 'done']);
  });

  it('are refused where a value is wrong, and the neighbours are written all the same', async () => {
    const { id } = await aCase(desk);
    const effects = await apply(RULE, id, [
      { type: 'set-priority', priority: 8 },
      { type: 'set-group', groupId: 999_999 },
      { type: 'set-status', status: 'pending' },
    ]);
    expect(effects).toMatchObject([
      { outcome: 'done' },
      { outcome: 'refused', reason: 'There is no such group.' },
      { outcome: 'done' },
    ]);
    expect(await readCase(desk, id)).toMatchObject({ priority: 8, status: 'pending' });
  });

  it('show what they would do without doing it', async () => {
    const { id } = await aCase(desk);
    const before = await readCase(desk, id);
    const facts = () => desk.sql.row<{ count: number }>('SELECT count(*) AS count FROM outbox');
    const said = await facts();
    const actions: Actions = [
      { type: 'set-status', status: 'resolved' },
      { type: 'set-labels', labels: ['never-made'] },
      { type: 'add-note', html: '<p>Hello {{customer.first_name}}</p>' },
    ];
    const effects = await desk.running.get(PreviewActions).run(RULE, id, actions, { by: 'rule' });

    expect(effects.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
    expect(effects[2]?.message).toMatchObject({ kind: 'note', text: 'Hello Ana' });
    expect(await readCase(desk, id)).toEqual(before);
    expect(await facts()).toEqual(said);
    expect(await desk.sql.row("SELECT FROM labels WHERE name = 'never-made'")).toBeUndefined();
    expect(await apply(RULE, id, actions)).toMatchObject(
      effects.map(({ outcome, type, index }) => ({ outcome, type, index })),
    );
  });
});

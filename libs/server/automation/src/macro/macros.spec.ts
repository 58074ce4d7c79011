import { auditApi, linksApi, macrosApi, type Actions, type CreateMacro, type Macro } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
let groupId: number;
beforeAll(async () => {
  desk = await startTestDesk();
  const group = await desk.sql.row<{ id: number }>("INSERT INTO groups (name) VALUES ('Orders') RETURNING id");
  groupId = group?.id ?? 0;
  await desk.sql.run('INSERT INTO group_members VALUES ($1, $2)', [groupId, desk.agent.id]);
});
afterAll(() => closeDesk(desk));

const agent = () => desk.as(desk.agent);
const administrator = () => desk.as(desk.administrator);
const everyone = { for: 'everyone' } as const;
const urgent: Actions = [{ type: 'set-priority', priority: 9 }];

const create = (over: Partial<CreateMacro> = {}, who: Person = desk.agent): Promise<Macro> =>
  desk.as(who).call(macrosApi.create, { body: { name: 'Urgent', actions: urgent, ...over } });

/** The fields that a refusal names. */
async function wrongFields(who: Person, body: object): Promise<string[]> {
  const answer = await desk.as(who).send(macrosApi.create, { body: { name: 'Wrong', actions: urgent, ...body } });
  expect(answer.status).toBe(422);
  const problem: { errors: { path: string }[] } = await answer.json();
  return problem.errors.map(({ path }) => path);
}

const namesOf = async (who: Person, scope: 'mine' | 'own' | 'shared' = 'mine') =>
  (await desk.as(who).call(macrosApi.list, { query: { scope } })).items.map(({ name }) => name);

describe('a macro of one’s own', () => {
  it('is kept, says what it does, and is nobody else’s', async () => {
    const other = await desk.aUser({ name: 'Noor Haddad' });
    const macro = await create({ name: 'Mine alone', folders: ['Returns', 'Returns'] });

    expect(macro).toMatchObject({
      name: 'Mine alone',
      folders: ['Returns'],
      visibility: { for: 'user', userId: desk.agent.id },
      editable: true,
      used: 0,
      updatedBy: { id: desk.agent.id },
    });
    expect(macro.sentences).toHaveLength(1);
    const params = { macroId: macro.id };
    for (const person of [other, desk.administrator]) {
      expect(await desk.as(person).refusal(macrosApi.get, { params })).toEqual({
        status: 404,
        code: 'macro.not-found',
      });
      expect(await desk.as(person).refusal(macrosApi.delete, { params })).toMatchObject({ status: 404 });
      expect(await namesOf(person)).not.toContain('Mine alone');
    }
    await agent().call(macrosApi.delete, { params });
    expect(await agent().refusal(macrosApi.get, { params })).toMatchObject({ status: 404 });
  });

  it('cannot be put upon somebody else', async () => {
    const visibility = { for: 'user', userId: desk.administrator.id };
    expect(await wrongFields(desk.agent, { visibility })).toEqual(['visibility.userId']);
  });

  it('rests while it is switched off, but its owner finds it', async () => {
    const { id } = await create({ name: 'Resting', enabled: false });
    expect(await namesOf(desk.agent)).not.toContain('Resting');
    expect(await namesOf(desk.agent, 'own')).toContain('Resting');
    await agent().call(macrosApi.update, { params: { macroId: id }, body: { enabled: true } });
    expect(await namesOf(desk.agent)).toContain('Resting');
  });
});

describe('a shared macro', () => {
  it('is made only by who may manage macros', async () => {
    expect(
      await agent().refusal(macrosApi.create, { body: { name: 'x', actions: urgent, visibility: everyone } }),
    ).toEqual({
      status: 403,
      code: 'permission.denied',
    });
    const { id } = await create({ name: 'Ours', visibility: everyone }, desk.administrator);
    const params = { macroId: id };
    expect(await agent().call(macrosApi.get, { params })).toMatchObject({ name: 'Ours', editable: false });
    expect(await agent().refusal(macrosApi.update, { params, body: { name: 'Mine now' } })).toMatchObject({
      status: 403,
    });
    expect(await agent().refusal(macrosApi.list, { query: { scope: 'shared' } })).toMatchObject({ status: 403 });
  });

  it('of groups is for their members', async () => {
    const outsider = await desk.aUser({ name: 'Femi Ade' });
    await create({ name: 'For orders', visibility: { for: 'groups', groupIds: [groupId] } }, desk.administrator);
    expect(await namesOf(desk.agent)).toContain('For orders');
    expect(await namesOf(outsider)).not.toContain('For orders');
    expect(await namesOf(desk.administrator, 'shared')).toContain('For orders');
  });

  it('names the group that does not exist, and the action that is wrong', async () => {
    const visibility = { for: 'groups', groupIds: [groupId, 987_654] };
    expect(await wrongFields(desk.administrator, { visibility })).toEqual(['visibility.groupIds.1']);
    const actions = [...urgent, { type: 'set-group', groupId: 987_654 }];
    expect(await wrongFields(desk.agent, { actions })).toEqual(['actions.1.groupId']);
  });

  it('is not overwritten by who saw an older one', async () => {
    const { id } = await create({ name: 'Versioned' });
    const input = { params: { macroId: id }, body: { name: 'Second' } };
    expect(await agent().refusal(macrosApi.update, input, { 'if-match': '"old"' })).toMatchObject({ status: 412 });
  });

  it('is written down in the audit log', async () => {
    const { id } = await create({ name: 'Logged', visibility: everyone }, desk.administrator);
    await administrator().call(macrosApi.update, { params: { macroId: id }, body: { name: 'Logged twice' } });
    const { items } = await administrator().call(auditApi.list, { query: { noun: 'macro', objectId: id } });
    expect(items.map(({ action }) => action)).toEqual(['changed', 'created']);
    expect(items[0]).toMatchObject({ before: { name: 'Logged' }, after: { name: 'Logged twice' } });
  });
});

describe('the order of macros', () => {
  it('is what it was put into', async () => {
    const one = await create({ name: 'One' });
    const two = await create({ name: 'Two' });
    await agent().call(macrosApi.reorder, { body: { macroIds: [two.id, one.id] } });
    const names = await namesOf(desk.agent);
    expect(names.indexOf('Two')).toBeLessThan(names.indexOf('One'));
  });

  it('is not moved by who may not change them', async () => {
    const ours = await create({ name: 'First of all', visibility: everyone }, desk.administrator);
    expect(await agent().refusal(macrosApi.reorder, { body: { macroIds: [ours.id] } })).toMatchObject({ status: 403 });
  });
});

describe('what hangs on a group', () => {
  it('names the macros of it and those that move cases into it', async () => {
    const row = await desk.sql.row<{ id: number }>("INSERT INTO groups (name) VALUES ('Linked') RETURNING id");
    const linked = row?.id ?? 0;
    await create({ name: 'Theirs', visibility: { for: 'groups', groupIds: [linked] } }, desk.administrator);
    await create({ name: 'To them', actions: [{ type: 'set-group', groupId: linked }] }, desk.administrator);
    await create({ name: 'Of the agent', actions: [{ type: 'set-group', groupId: linked }] });

    const { items } = await administrator().call(linksApi.read, { params: { noun: 'group', objectId: linked } });
    expect(items.find(({ noun }) => noun === 'macro')).toMatchObject({
      count: 3,
      examples: [{ name: 'Theirs' }, { name: 'To them' }],
    });
  });
});

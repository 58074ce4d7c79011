import { auditApi, filtersApi, groupsApi, macrosApi, rulesApi, type Actions } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const admin = () => desk.as(desk.administrator);
const aGroup = () => admin().call(groupsApi.create, { body: { name: `Group ${crypto.randomUUID()}` } });
const remove = (groupId: number, successorId?: number) => ({ params: { groupId }, query: { successorId } });
const theRule = (ruleId: number) => admin().call(rulesApi.get, { params: { ruleId } });
const theMacro = (macroId: number) => admin().call(macrosApi.get, { params: { macroId } });
const giving = (groupId: number): Actions => [
  { type: 'set-group', groupId },
  { type: 'send-email', recipient: { to: 'group', groupId }, subject: 'Look', html: '<p>Here.</p>' },
];
const asking = (groupId: number) => ({
  match: 'all' as const,
  conditions: [{ field: 'case.group', operator: 'is' as const, value: groupId }],
});

describe('a group that is deleted', () => {
  it('leaves its macros, rules and filters to its successor, all at once and as new versions', async () => {
    const [old, heir] = [await aGroup(), await aGroup()];
    const rule = await admin().call(rulesApi.create, {
      body: { name: 'Gives', type: 'case-updated', conditions: asking(old.id), actions: giving(old.id) },
    });
    const visibility = { for: 'groups' as const, groupIds: [old.id, heir.id] };
    const macro = await admin().call(macrosApi.create, {
      body: { name: 'Theirs', visibility, actions: giving(old.id) },
    });
    const filter = await admin().call(filtersApi.create, {
      body: { name: 'Waits for them', visibility: { for: 'everyone' }, conditions: asking(old.id) },
    });

    await admin().call(groupsApi.remove, remove(old.id, heir.id));

    expect(await theRule(rule.id)).toMatchObject({
      ...{ version: 2, conditions: asking(heir.id), actions: giving(heir.id) },
    });
    expect(await theMacro(macro.id)).toMatchObject({
      visibility: { for: 'groups', groupIds: [heir.id] },
      actions: giving(heir.id),
    });
    const { items } = await admin().call(filtersApi.list, {});
    expect(items.find(({ id }) => id === filter.id)).toMatchObject({ conditions: asking(heir.id) });
    for (const [noun, objectId] of [
      ['rule', rule.id],
      ['macro', macro.id],
      ['filter', filter.id],
    ] as const) {
      const { items: log } = await admin().call(auditApi.list, { query: { noun, objectId } });
      expect(log[0]).toMatchObject({ action: 'changed', actor: { id: desk.administrator.id } });
    }
  });

  it('is not deleted without a successor while anything names it, and says what does', async () => {
    const group = await aGroup();
    await admin().call(rulesApi.create, {
      body: { name: 'Names it', type: 'case-created', actions: giving(group.id) },
    });
    const answer = await admin().send(groupsApi.remove, remove(group.id));
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: 'group.in-use', cases: 0, rules: 1 });
  });

  it('takes along what somebody was just saving while it was deleted', async () => {
    const [old, heir] = [await aGroup(), await aGroup()];
    const macro = await admin().call(macrosApi.create, { body: { name: 'Late', actions: giving(heir.id) } });
    await admin().call(groupsApi.remove, remove(old.id, heir.id));
    await desk.sql.run('UPDATE macros SET actions = $2 WHERE id = $1', [macro.id, JSON.stringify(giving(old.id))]);

    await desk.drain();

    expect(await theMacro(macro.id)).toMatchObject({ actions: giving(heir.id) });
    expect(await admin().refusal(groupsApi.read, { params: { groupId: old.id } })).toMatchObject({ status: 404 });
  });
});

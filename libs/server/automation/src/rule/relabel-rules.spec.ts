import { labelsApi, macrosApi, rulesApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const admin = () => desk.as(desk.administrator);
const aLabel = () => admin().call(labelsApi.create, { body: { name: `Label ${crypto.randomUUID()}` } });

describe('rules and macros that name a label', () => {
  it('name its successor once two labels became one, rules as a new version, and follow its new name', async () => {
    const [old, kept] = [await aLabel(), await aLabel()];
    const actions = [{ type: 'append-labels' as const, labels: [old.name, kept.name] }];
    const asked = { field: 'case.labels', operator: 'is' as const, value: old.id };
    const conditions = { match: 'all' as const, conditions: [asked] };
    const rule = await admin().call(rulesApi.create, {
      body: { name: 'Passes it on', type: 'case-created', conditions, actions },
    });
    const macro = await admin().call(macrosApi.create, { body: { name: 'Gives it', actions } });
    const other = await admin().call(macrosApi.create, {
      body: { name: 'Gives none', actions: [{ type: 'set-status', status: 'pending' }] },
    });

    await admin().call(labelsApi.merge, { params: { labelId: old.id }, body: { intoId: kept.id } });
    const given = (name: string) => [{ type: 'append-labels', labels: [name] }];
    expect(await theRule(rule.id)).toMatchObject({
      ...{ version: 2, enabled: false, actions: given(kept.name) },
      conditions: { match: 'all', conditions: [{ ...asked, value: kept.id }] },
    });
    expect((await theMacro(macro.id)).actions).toEqual(given(kept.name));

    const name = `Renamed ${crypto.randomUUID()}`;
    await admin().call(labelsApi.update, { params: { labelId: kept.id }, body: { name } });
    expect(await theRule(rule.id)).toMatchObject({ version: 3, actions: given(name) });
    expect((await theMacro(macro.id)).actions).toEqual(given(name));
    expect(await theMacro(other.id)).toEqual(other);
  });
});

const theRule = (ruleId: number) => admin().call(rulesApi.get, { params: { ruleId } });
const theMacro = (macroId: number) => admin().call(macrosApi.get, { params: { macroId } });

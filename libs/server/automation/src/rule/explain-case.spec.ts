import { casesApi, historyApi, rulesApi, systemLogApi, type GroupTrace, type RuleRun } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase, readCase, somebody } from '@bureau/cases/testing';
import { KeepRuleStatistics } from './keep-rule-statistics.ts';
import { aRule, withoutRules } from './rule.factory.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));
beforeEach(() => withoutRules(desk));

async function explained(caseId: number, person = desk.agent): Promise<RuleRun[]> {
  return (await desk.as(person).call(rulesApi.explain, { params: { caseId } })).items;
}

const partsOf = (trace: GroupTrace | null | undefined) =>
  trace?.parts.map((part) => ('seen' in part ? [part.description, part.seen, part.holds] : part));

describe('why', () => {
  it('names the condition that was not met, with the value seen then', async () => {
    const rule = await aRule(desk, {
      name: 'Refunds',
      conditions: [
        { field: 'case.priority', operator: 'at-least', value: 4 },
        { field: 'case.subject', operator: 'contains', value: 'refund' },
        { field: 'message.text', operator: 'contains', value: 'no sound' },
      ],
    });
    const { id } = await aCase(desk, { subject: 'The grinder' });
    await desk.drain();
    await desk
      .as(desk.agent)
      .call(casesApi.update, { params: { caseId: id }, body: { subject: 'A refund', priority: 1 } });
    await desk.as(desk.administrator).call(rulesApi.update, {
      params: { ruleId: rule.id },
      body: { conditions: { match: 'all', conditions: [] } },
    });

    const [run] = await explained(id);
    expect(run).toMatchObject({ type: 'case-created', sequence: 2, actor: { kind: 'user' }, skipped: null });
    expect(run?.rules).toMatchObject([{ name: 'Refunds', version: 1, outcome: 'not-met', effects: [] }]);
    expect(partsOf(run?.rules[0]?.trace)).toEqual([
      ['Priority is at least 4', ['4'], true],
      ['Subject contains «refund»', ['«The grinder»'], false],
      ['Message body contains «no sound»', ['«It makes no sound at all.»'], true],
    ]);
  });

  it('says what was done, by which rule, and who set it off', async () => {
    await aRule(desk, { name: 'First', actions: [{ type: 'set-priority', priority: 8 }] });
    await aRule(desk, {
      name: 'Second',
      type: 'case-updated',
      conditions: [{ field: 'case.priority', operator: 'changed-to', value: 8 }],
      actions: [{ type: 'append-labels', labels: ['urgent'] }],
    });
    const { id } = await aCase(desk);
    await desk.drain();

    const runs = await explained(id);
    const updated = runs.find(
      ({ type, rules }) => type === 'case-updated' && rules.some(({ outcome }) => outcome === 'applied'),
    );
    expect(updated).toMatchObject({
      actor: { kind: 'rule', name: 'First' },
      rules: [{ name: 'Second', outcome: 'applied', effects: [{ type: 'append-labels', outcome: 'done' }] }],
    });
    expect(partsOf(updated?.rules[0]?.trace)).toEqual([['Priority changed to 8', ['4 → 8'], true]]);
  });

  it('leads from what a rule did to what made it do so, and calls things by their names', async () => {
    const rule = await aRule(desk, {
      name: 'Louder',
      type: 'case-updated',
      conditions: [
        { field: 'case.priority', operator: 'changed' },
        { field: 'case.createdAt', operator: 'before', value: '2100-01-01T00:00:00Z' },
        { field: 'case.hoursSinceCreated', operator: 'at-least', value: 0 },
        { field: 'case.assignee', operator: 'is-not', value: desk.agent.id },
      ],
      actions: [{ type: 'set-user', userId: desk.agent.id }],
    });
    const { id } = await aCase(desk);
    for (const priority of [6, 7]) {
      await desk.as(desk.agent).call(casesApi.update, { params: { caseId: id }, body: { priority, assigneeId: null } });
      await desk.drain();
    }
    const { items: history } = await desk.as(desk.agent).call(historyApi.list, { params: { caseId: id }, query: {} });
    const byRule = history.filter(({ actor }) => actor.kind === 'rule' && actor.id === rule.id);
    expect(byRule).toHaveLength(2);

    for (const [index, { sequence }] of byRule.entries()) {
      const query = { ruleId: rule.id, sequence };
      const { items } = await desk.as(desk.agent).call(rulesApi.explain, { params: { caseId: id }, query });
      expect(items).toMatchObject([{ rules: [{ ruleId: rule.id, gone: false, trouble: null }] }]);
      const [told] = items[0]?.rules ?? [];
      expect(told?.actions).toEqual([{ type: 'set-user', userId: desk.agent.id }]);
      expect(told?.names).toContainEqual({ to: 'user', id: desk.agent.id, name: expect.any(String) });
      expect(told?.trace?.parts).toMatchObject([
        { values: [{ from: [4 + (index > 0 ? 2 : 0)], to: [6 + index] }] },
        { values: [{ value: expect.stringMatching(/^\d{4}-.*Z$/) }] },
        { values: [{ value: expect.any(Number) }] },
        { values: [] },
      ]);
    }

    await desk.as(desk.administrator).call(rulesApi.delete, { params: { ruleId: rule.id } });
    const last = byRule.at(-1)?.sequence ?? 0;
    const { items } = await desk
      .as(desk.agent)
      .call(rulesApi.explain, { params: { caseId: id }, query: { ruleId: rule.id, sequence: last } });
    expect(items).toMatchObject([{ rules: [{ name: 'Louder', gone: true }] }]);
    const half = await desk
      .as(desk.agent)
      .refusal(rulesApi.explain, { params: { caseId: id }, query: { ruleId: rule.id } });
    expect(half).toMatchObject({ status: 422, code: 'request.invalid' });
  });

  it('keeps no words of a message, and says when they were erased', async () => {
    await aRule(desk, { conditions: [{ field: 'message.text', operator: 'contains', value: 'secret' }] });
    const { id } = await aCase(desk, { text: 'My secret is 4711.' });
    await desk.drain();
    const [{ record } = { record: '' }] = await desk.sql.rows<{ record: string }>(
      'SELECT record::text AS record FROM rule_runs WHERE case_id = $1',
      [id],
    );
    expect(record).not.toContain('4711');
    expect(partsOf((await explained(id))[0]?.rules[0]?.trace)).toEqual([
      ['Message body contains «secret»', ['«My secret is 4711.»'], true],
    ]);

    await desk.sql.run(`UPDATE messages SET text = '', erased_at = now() WHERE case_id = $1`, [id]);
    const [run] = await explained(id);
    expect(run?.rules[0]?.trace).toMatchObject({ holds: true, parts: [{ withheld: 'erased', seen: [], holds: null }] });
  });

  it('tells nobody what he may not see', async () => {
    await aRule(desk, { conditions: [{ field: 'customer.name', operator: 'contains', value: 'Ferreira' }] });
    const { id } = await aCase(desk);
    await desk.drain();
    const blind = await somebody(desk, { permissions: ['cases:view'] });
    expect((await explained(id, blind))[0]?.rules[0]?.trace).toMatchObject({
      parts: [{ withheld: 'permission', seen: [] }],
    });

    const elsewhere = await somebody(desk, { scope: 'assigned' });
    const refusal = await desk.as(elsewhere).refusal(rulesApi.explain, { params: { caseId: id } });
    expect(refusal).toMatchObject({ code: 'case.not-found' });
  });

  it('is paged and counted, and forgotten after a month', async () => {
    const rule = await aRule(desk, { type: 'case-updated', actions: [{ type: 'append-labels', labels: ['seen'] }] });
    const { id } = await aCase(desk);
    for (const priority of [5, 6, 7]) {
      await desk.as(desk.agent).call(casesApi.update, { params: { caseId: id }, body: { priority } });
      await desk.drain();
    }
    const page = { params: { caseId: id }, query: { limit: 2 } };
    const first = await desk.as(desk.agent).call(rulesApi.explain, page);
    expect(first.items).toHaveLength(2);
    const second = await desk
      .as(desk.agent)
      .call(rulesApi.explain, { ...page, query: { limit: 2, cursor: first.next! } });
    expect(second.items.length).toBeGreaterThan(0);
    expect(new Set([...first.items, ...second.items].map((run) => run.id)).size).toBe(2 + second.items.length);

    const statistics = desk.running.get(KeepRuleStatistics);
    await statistics.count();
    await statistics.count();
    const { items } = await desk.as(desk.administrator).call(rulesApi.list, { query: { type: 'case-updated' } });
    // Three changes by the agent, and the one label that the rule put on: in that one it is not asked again.
    expect(items[0]).toMatchObject({ id: rule.id, statistics: { considered: 4, applied: 1, failed: 0 } });

    await desk.sql.run(`UPDATE rule_runs SET at = now() - interval '31 days'`);
    await statistics.forget();
    expect(await explained(id)).toEqual([]);
  });
});

describe('a rule that fails', () => {
  it('spoils none of the others, is told of, and is switched off after five times', async () => {
    const broken = await aRule(desk, {
      name: 'Broken',
      type: 'case-closed',
      actions: [{ type: 'set-priority', priority: 1 }],
    });
    await aRule(desk, { name: 'Sound', type: 'case-updated', actions: [{ type: 'set-priority', priority: 9 }] });
    const last = [];
    for (let count = 1; count <= 5; count += 1) {
      const { id } = await aCase(desk, { status: 'resolved' });
      await desk.as(desk.agent).call(casesApi.update, { params: { caseId: id }, body: { status: 'closed' } });
      await desk.drain();
      last.push(...(await explained(id)));
    }

    const failed = last.flatMap(({ rules }) => rules).filter(({ ruleId }) => ruleId === broken.id);
    expect(failed.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 5 }, () => 'failed'));
    const admin = desk.as(desk.administrator);
    expect(await admin.call(rulesApi.get, { params: { ruleId: broken.id } })).toMatchObject({
      enabled: false,
      disabledReason: expect.stringContaining('5 times in a row'),
      disabledBecause: {
        kind: 'failures',
        times: 5,
        last: { kind: 'refused', refusals: [{ index: 0, type: 'set-priority', reason: expect.any(String) }] },
      },
    });
    expect(failed[0]).toMatchObject({
      trouble: { kind: 'refused' },
      error: expect.stringMatching(/^Set priority to 1: /),
    });
    const log = await admin.call(systemLogApi.list, { query: { part: 'rules' } });
    const off = log.items.find(({ message }) => message.startsWith('The rule «Broken» was switched off.'));
    expect(off?.details).toMatchObject({ ruleId: broken.id, rule: 'Broken', because: { kind: 'failures' } });
  });

  it('tells that the field it asks for is gone', async () => {
    await aRule(desk, {
      name: 'Asks for nothing',
      conditions: [{ field: 'case.subject', operator: 'contains', value: 'x' }],
    });
    await desk.sql.run(
      `UPDATE rules SET conditions = replace(conditions::text, 'case.subject', 'case.custom.gone')::jsonb`,
    );
    const { id } = await aCase(desk);
    await desk.drain();
    const [run] = await explained(id);
    expect(run?.rules[0]).toMatchObject({ outcome: 'failed', error: expect.stringContaining('case.custom.gone') });
    expect(run?.rules[0]?.trouble).toMatchObject({ kind: 'unaskable' });
    expect(await readCase(desk, id)).toMatchObject({ priority: 4 });
  });
});

import { casesApi, notesApi, rulesApi, type Actions } from '@bureau/contracts';
import { beforeEach, describe, expect, it } from 'vitest';
import { aDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase, readCase } from '@bureau/cases/testing';
import { aRule } from './rule.factory.ts';
import { RunTimeRules } from './run-time-rules.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOTE: Actions = [{ type: 'add-note', html: '<p>Nobody has answered.</p>' }];
const WAITING = [
  { field: 'case.hoursSinceActive', operator: 'at-least' as const, value: 4 },
  { field: 'case.status', operator: 'is' as const, value: ['new', 'open'] },
];

let desk: TestDesk;
beforeEach(async () => {
  desk = await aDesk();
});

/** Time passes, and what is due in it is done. */
async function pass(milliseconds: number): Promise<void> {
  desk.clock.advance(milliseconds);
  await desk.running.get(RunTimeRules).run();
  await desk.drain();
}

async function notesOn(caseId: number): Promise<number> {
  const { counts } = await readCase(desk, caseId);
  return counts.notes;
}

describe('a time rule', () => {
  it('is applied once when its time has come, however often one looks', async () => {
    const rule = await aRule(desk, { type: 'time', conditions: WAITING, actions: NOTE });
    const { id } = await aCase(desk);
    await pass(3 * HOUR);
    expect(await notesOn(id)).toBe(0);
    for (let interval = 0; interval < 5; interval += 1) await pass(interval === 0 ? HOUR : 5 * MINUTE);
    expect(await notesOn(id)).toBe(1);

    const { items } = await desk.as(desk.agent).call(rulesApi.explain, { params: { caseId: id } });
    expect(items).toMatchObject([
      { type: 'time', sequence: null, actor: { kind: 'system' }, rules: [{ ruleId: rule.id, outcome: 'applied' }] },
    ]);
    expect(items[0]?.rules[0]?.trace).toMatchObject({ holds: true, parts: [{ seen: ['4.0'] }, { seen: ['New'] }] });
  });

  it('is applied again when the case has left and come back', async () => {
    await aRule(desk, { type: 'time', conditions: WAITING, actions: NOTE });
    const { id } = await aCase(desk);
    await pass(5 * HOUR);
    const set = (status: 'pending' | 'open') =>
      desk.as(desk.agent).call(casesApi.update, { params: { caseId: id }, body: { status } });
    await set('pending');
    await pass(5 * MINUTE);
    await set('open');
    await pass(5 * MINUTE);
    expect(await notesOn(id)).toBe(2);
  });

  it('is applied once after hours of downtime, and counts anew what was said meanwhile', async () => {
    await aRule(desk, { type: 'time', conditions: WAITING, actions: NOTE });
    const { id } = await aCase(desk);
    await pass(7 * HOUR);
    expect(await notesOn(id)).toBe(1);

    // While nobody looked the customer wrote, and four hours passed again.
    await desk.sql.run('UPDATE cases SET active_at = $2 WHERE id = $1', [id, desk.clock.now()]);
    await pass(6 * HOUR);
    expect(await notesOn(id)).toBe(2);
  });

  it('lets a clock that jumps back and forth do nothing twice', async () => {
    await aRule(desk, { type: 'time', conditions: WAITING, actions: NOTE });
    const { id } = await aCase(desk);
    await pass(5 * HOUR);
    for (const jump of [-3 * HOUR, 5 * MINUTE, 3 * HOUR, -4 * HOUR, 5 * HOUR]) await pass(jump);
    expect(await notesOn(id)).toBe(1);
  });

  it('is applied once by two that look at the same time', async () => {
    await aRule(desk, { type: 'time', conditions: WAITING, actions: NOTE });
    const { id } = await aCase(desk);
    desk.clock.advance(5 * HOUR);
    const rules = desk.running.get(RunTimeRules);
    await Promise.all([rules.run(), rules.run(), rules.run()]);
    await desk.drain();
    expect(await notesOn(id)).toBe(1);
  });

  it('leaves closed cases, spam and other brands alone, and asks for expressions too', async () => {
    const brandId = await desk.aBrand('Tidewater Tea');
    await aRule(desk, { type: 'time', brandId, actions: NOTE });
    await aRule(desk, {
      type: 'time',
      conditions: [{ field: 'case.subject', operator: 'matches', value: '^Refund \\d+$' }],
      actions: NOTE,
    });
    const wanted = await aCase(desk, { subject: 'Refund 12' });
    const other = await aCase(desk, { subject: 'Refund twelve' });
    const closed = await aCase(desk, { subject: 'Refund 13', status: 'closed' });
    const spam = await aCase(desk, { subject: 'Refund 14' });
    await desk.as(desk.agent).call(casesApi.update, { params: { caseId: spam.id }, body: { spam: true } });
    await pass(HOUR);
    expect(await Promise.all([wanted, other, closed, spam].map(({ id }) => notesOn(id)))).toEqual([1, 0, 0, 0]);
  });

  it('that fails stops at once when it is switched off, with cases still waiting', async () => {
    const rule = await aRule(desk, { type: 'time', actions: NOTE });
    const opened = [];
    for (let count = 0; count < 7; count += 1) opened.push(await aCase(desk));
    await desk.sql.run(`UPDATE rules SET conditions = replace(conditions::text, '[]',
      '[{"field": "case.subject", "operator": "is-not-empty"}]')::jsonb,
      actions = '[{"type": "set-group", "groupId": 999999}]'`);
    await pass(HOUR);

    const { enabled } = await desk.as(desk.administrator).call(rulesApi.get, { params: { ruleId: rule.id } });
    expect(enabled).toBe(false);
    const [runs] = await desk.sql.rows<{ count: number }>(
      `SELECT count(*) AS count FROM rule_runs WHERE type = 'time'`,
    );
    expect(runs?.count).toBe(5);
  });

  it('that comes back in a fourth interval in a row is switched off', async () => {
    const rule = await aRule(desk, {
      type: 'time',
      conditions: [{ field: 'case.noteCount', operator: 'is', value: [0, 2, 4, 6] }],
      actions: NOTE,
    });
    const { id } = await aCase(desk);
    const alsoAnnotate = () =>
      desk.as(desk.agent).call(notesApi.add, { params: { caseId: id }, body: { text: 'I saw it.' } });
    for (let interval = 0; interval < 4; interval += 1) {
      await pass(5 * MINUTE);
      // The case leaves, is seen to have left, and comes back within the same interval.
      await desk.sql.run('UPDATE rule_crossings SET armed = true');
      await alsoAnnotate();
    }
    const now = await desk.as(desk.administrator).call(rulesApi.get, { params: { ruleId: rule.id } });
    expect(now).toMatchObject({ enabled: false, disabledReason: expect.stringContaining('3 intervals') });
    expect(await notesOn(id)).toBe(3 + 4);
  });
});

import { casesApi, notesApi, rulesApi, systemLogApi, type ConsideredRule, type Rule } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { aCase } from '@bureau/cases/testing';
import { aRule, withoutRules } from './rule.factory.ts';

const MINUTE = 60_000;
const TIMES = 10;

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));
beforeEach(() => withoutRules(desk));

/** A rule that puts a note on every case that somebody writes a note on. */
const anEager = () =>
  aRule(desk, {
    name: 'Note every note',
    type: 'case-updated',
    conditions: [{ field: 'change.by', operator: 'is', value: 'user' }],
    actions: [{ type: 'add-note', html: '<p>Seen.</p>' }],
  });

async function write(caseId: number, times = 1): Promise<void> {
  for (let count = 0; count < times; count += 1) {
    await desk.as(desk.agent).call(notesApi.add, { params: { caseId }, body: { text: `Note ${count}` } });
  }
  await desk.drain();
}

const now = ({ id }: Rule) => desk.as(desk.administrator).call(rulesApi.get, { params: { ruleId: id } });

/** What became of a rule the last time that a person wrote on the case. */
async function lastOn(caseId: number): Promise<ConsideredRule | undefined> {
  const { items } = await desk.as(desk.agent).call(rulesApi.explain, { params: { caseId } });
  return items.find(({ actor }) => actor.kind === 'user')?.rules[0];
}

async function told(): Promise<string[]> {
  const { items } = await desk.as(desk.administrator).call(systemLogApi.list, { query: { part: 'rules' } });
  return items.map(({ message }) => message);
}

describe('a rule that comes back to a case too often', () => {
  it('rests on this case for an hour, which its explanation and the System Log say', async () => {
    const rule = await anEager();
    const { id } = await aCase(desk);
    await write(id, TIMES + 2);

    const until = Date.parse((await lastOn(id))?.restsUntil ?? '');
    expect(await lastOn(id)).toMatchObject({ outcome: 'resting', effects: [], error: null, trace: { holds: true } });
    expect(until - desk.clock.now().getTime()).toBeGreaterThan(59 * MINUTE);
    expect((await told()).filter((message) => message.includes(`case ${id} ${TIMES} times`))).toEqual([
      expect.stringContaining('It rests on this case until'),
    ]);
    expect(await now(rule)).toMatchObject({ enabled: true, disabledReason: null });

    desk.clock.advance(61 * MINUTE);
    await write(id);
    expect(await lastOn(id)).toMatchObject({ outcome: 'applied', restsUntil: null });
  });

  it('goes on with all other cases meanwhile', async () => {
    await anEager();
    const [talkative, quiet] = [await aCase(desk), await aCase(desk)];
    await write(talkative.id, TIMES + 1);
    await write(quiet.id);
    expect(await lastOn(talkative.id)).toMatchObject({ outcome: 'resting' });
    expect(await lastOn(quiet.id)).toMatchObject({ outcome: 'applied' });
  });

  it('is switched off for all when it does so on five of them within an hour', async () => {
    const rule = await anEager();
    const cases = [];
    for (let count = 0; count < 5; count += 1) {
      const { id } = await aCase(desk);
      await write(id, TIMES + 1);
      expect((await now(rule)).enabled).toBe(count < 4);
      cases.push(id);
    }
    expect(await now(rule)).toMatchObject({ disabledReason: expect.stringContaining('each of 5 cases') });
    expect(await lastOn(cases[4]!)).toMatchObject({ outcome: 'loop', error: expect.stringContaining('a loop') });
    expect((await told()).some((message) => message.startsWith('The rule «Note every note» was switched off.'))).toBe(
      true,
    );
  });

  it('does not add up the rests of a whole day', async () => {
    const rule = await anEager();
    for (let count = 0; count < 6; count += 1) {
      const { id } = await aCase(desk);
      await write(id, TIMES + 1);
      desk.clock.advance(20 * MINUTE);
    }
    expect(await now(rule)).toMatchObject({ enabled: true });
  });

  it('begins anew when an administrator has corrected it or switches it on again', async () => {
    const rule = await anEager();
    const { id } = await aCase(desk);
    await write(id, TIMES + 1);
    expect(await lastOn(id)).toMatchObject({ outcome: 'resting' });

    const body = { actions: [{ type: 'add-note' as const, html: '<p>Corrected.</p>' }] };
    await desk.as(desk.administrator).call(rulesApi.update, { params: { ruleId: rule.id }, body });
    await write(id);
    expect(await lastOn(id)).toMatchObject({ outcome: 'applied', version: 2 });
  });

  it('is held up by no rest that a clock has brought from the future', async () => {
    await anEager();
    const { id } = await aCase(desk);
    desk.clock.advance(70 * 365 * 24 * 60 * MINUTE);
    await desk.as(desk.agent).call(casesApi.update, { params: { caseId: id }, body: { priority: 5 } });
    await write(id, TIMES + 1);
    expect(await lastOn(id)).toMatchObject({ outcome: 'resting' });
    desk.clock.advance(-70 * 365 * 24 * 60 * MINUTE);
    await desk.sql.run('DELETE FROM rule_runs WHERE case_id = $1', [id]);
    await write(id);
    expect(await lastOn(id)).toMatchObject({ outcome: 'applied' });
  });
});

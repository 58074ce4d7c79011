import { Conditions, type Condition, type ConditionValue } from '@bureau/contracts';
import { describe, expect, it } from 'vitest';
import { openHoursOf, type DeskHours } from '../business-hours/index.ts';
import type { Asking, CaseFacts } from './facts.ts';
import { matches } from './matches.ts';
import { planConditions } from './plan-conditions.ts';
import { vocabularyOf } from './vocabulary.ts';

const workday = [{ from: '09:00', to: '17:00' }];
const daily = (hours: typeof workday) =>
  openHoursOf({ timeZone: 'UTC', week: Array.from({ length: 7 }, () => hours), specialDays: [] });
const LARKSPUR = 1;
const NEVER_OPEN = 2;
const businessHours: DeskHours = {
  standard: daily(workday),
  standardBrandIds: [LARKSPUR],
  exceptions: [{ brandIds: [NEVER_OPEN], hours: daily([]) }],
};
const at = (time: string) => Date.parse(`2026-11-03T${time}:00Z`);

/** Whether a condition holds of a case of a brand whose customer wrote at three o'clock the day before. */
function holds(
  condition: { field: string; operator: Condition['operator']; value?: ConditionValue },
  { now, brandId = LARKSPUR, written }: { now: number; brandId?: number; written?: number },
): boolean {
  const vocabulary = vocabularyOf([]);
  const conditions = Conditions.parse({ match: 'all', conditions: [condition] });
  const asking: Asking = { now, userId: null, groupIds: [], businessHours };
  const supportCase = { brandId, receivedAt: at('15:00') - 24 * 3_600_000, closedAt: null };
  const facts = { case: supportCase, message: written === undefined ? undefined : { at: written } };
  return matches(planConditions(conditions, { vocabulary, forRules: true }, asking), facts as CaseFacts, asking);
}

describe('within business hours', () => {
  const open = { field: 'case.businessHours', operator: 'is', value: true } as const;

  it.each([
    ['08:59', false],
    ['09:00', true],
    ['16:59', true],
    ['17:00', false],
  ])('at %s: %s', (time, expected) => {
    expect(holds(open, { now: at(time) })).toBe(expected);
    expect(holds({ ...open, operator: 'is-not' }, { now: at(time) })).toBe(!expected);
  });

  it('goes by the calendar of the brand', () => {
    expect(holds(open, { now: at('12:00'), brandId: NEVER_OPEN })).toBe(false);
  });

  it('came a message, whenever it is asked', () => {
    const came = { field: 'message.businessHours', operator: 'is', value: true } as const;
    expect(holds(came, { now: at('23:00'), written: at('16:59') })).toBe(true);
    expect(holds(came, { now: at('12:00'), written: at('17:00') })).toBe(false);
    expect(holds(came, { now: at('12:00') })).toBe(false);
  });
});

describe('business hours since', () => {
  const since = (operator: Condition['operator'], value?: number) => ({
    field: 'case.businessHoursSinceReceived',
    operator,
    ...(value === undefined ? {} : { value }),
  });

  it('leave out the night', () => {
    expect(holds(since('at-least', 4), { now: at('10:59') })).toBe(false);
    expect(holds(since('at-least', 4), { now: at('11:00') })).toBe(true);
    expect(holds(since('greater-than', 4), { now: at('11:00') })).toBe(false);
    expect(holds(since('at-most', 4), { now: at('11:00') })).toBe(true);
    expect(holds(since('less-than', 4), { now: at('11:00') })).toBe(false);
  });

  it('never pass for a brand that never opens', () => {
    expect(holds(since('at-least', 1), { now: at('12:00'), brandId: NEVER_OPEN })).toBe(false);
    expect(holds(since('at-most', 0), { now: at('12:00'), brandId: NEVER_OPEN })).toBe(true);
  });

  it('are none since what has not happened', () => {
    expect(
      holds({ field: 'case.businessHoursSinceClosed', operator: 'at-least', value: 0 }, { now: at('12:00') }),
    ).toBe(false);
    expect(holds({ field: 'case.businessHoursSinceClosed', operator: 'is-empty' }, { now: at('12:00') })).toBe(true);
  });
});

import { CONDITION_LIMITS, Duration, type Condition, type ConditionOperator } from '@bureau/contracts';
import type { Field, FieldKind, Scalar } from './field.ts';

/** Something that is wrong with a condition, and what to do about it. */
export class ConditionProblem extends Error {
  // Written out: worker threads load this library as it is, with its types merely stripped.
  readonly at: 'field' | 'operator' | 'value';

  constructor(at: 'field' | 'operator' | 'value', message: string) {
    super(message);
    this.at = at;
  }
}

const wrong = (message: string) => new ConditionProblem('value', message);
const listed = (value: Condition['value']): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** The values of `is` and of changes: one or several of what the field can hold. */
export function readScalars({ kind }: Field, value: Condition['value']): Scalar[] {
  const values = listed(value);
  if (values.length === 0) throw wrong('Give a value.');
  return values.map((item) => readScalar(kind, item));
}

function readScalar(kind: FieldKind, value: unknown): Scalar {
  switch (kind.type) {
    case 'text':
      return readText(value);
    case 'list':
      return readText(value);
    case 'choice':
      if (typeof value === 'string' && kind.choices.includes(value)) return value;
      throw wrong(`Say one of ${kind.choices.join(', ')}.`);
    case 'reference':
      return readReference(kind, value);
    case 'integer':
    case 'hours':
      if (typeof value === 'number') return value;
      throw wrong('Give a whole number.');
    case 'boolean':
      if (typeof value === 'boolean') return value;
      throw wrong('Say true or false.');
    case 'date':
      return readDay(value);
    case 'time':
      return readTime(value);
  }
}

function readReference({ to }: { to: string }, value: unknown): Scalar {
  if (typeof value === 'number' && value > 0) return value;
  if (to === 'user' && value === 'me') return value;
  if (to === 'group' && value === 'mine') return value;
  const also = to === 'user' ? ' or "me"' : to === 'group' ? ' or "mine"' : '';
  throw wrong(`Give the id of a ${to}${also}.`);
}

/** The texts of `is`, `contains` and the like. */
export function readTexts(value: Condition['value']): string[] {
  const values = listed(value);
  if (values.length === 0) throw wrong('Give a text.');
  return values.map(readText);
}

function readText(value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  throw wrong(value === '' ? 'Give a text, or ask with is-empty.' : 'Give a text.');
}

export function readOne(value: Condition['value']): unknown {
  if (Array.isArray(value)) throw wrong('Give one value, no list.');
  if (value === undefined) throw wrong('Give a value.');
  return value;
}

/** Milliseconds since 1970. */
export function readTime(value: unknown): number {
  const time = typeof value === 'string' && TIME.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(time)) throw wrong('Give a time with its offset, such as 2026-11-03T09:30:00+01:00.');
  return time;
}

const TIME = /^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** A day that exists. */
export function readDay(value: unknown): string {
  const time = typeof value === 'string' && /^[1-9]\d{3}-\d\d-\d\d$/.test(value) ? Date.parse(value) : NaN;
  if (typeof value !== 'string' || Number.isNaN(time) || dayOf(time) !== value) {
    throw wrong('Give a day such as 2026-11-03.');
  }
  return value;
}

/** The day after; the last one of the calendar has none. */
export function dayAfter(day: string): string {
  if (day === '9999-12-31') throw wrong('Give an earlier day.');
  return dayOf(Date.parse(day) + 86_400_000);
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

const UNITS = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;

/** Milliseconds. */
export function readDuration(value: unknown): number {
  const parsed = Duration.safeParse(value);
  if (!parsed.success) throw wrong('Give a length of time, such as {"amount": 3, "unit": "days"}.');
  return parsed.data.amount * UNITS[parsed.data.unit];
}

const HOURS_AT_MOST = 1_000_000;

/** The number that a field is compared with. */
export function readNumber(kind: FieldKind, value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrong('Give a whole number.');
  const limit = kind.type === 'hours' ? HOURS_AT_MOST : CONDITION_LIMITS.integer;
  if (Math.abs(value) > limit || (kind.type === 'hours' && value < 0)) {
    throw wrong(kind.type === 'hours' ? `Give hours from 0 to ${limit}.` : 'The number is too large.');
  }
  return value;
}

export function refuseValue(operator: ConditionOperator, value: Condition['value']): void {
  if (value !== undefined) throw wrong(`Leave the value out: ${operator} needs none.`);
}

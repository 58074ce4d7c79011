import type { Condition, ConditionGroup, ConditionTrace, FieldChange, GroupTrace, SeenValue } from '@bureau/contracts';
import { ENGLISH_CONDITIONS } from './condition-words.ts';
import { describeConditions, describeScalar, type ConditionNames } from './describe-conditions.ts';
import type { Asking } from './facts.ts';
import type { Field, Scalar } from './field.ts';
import { headerNameOf } from './header-fields.ts';
import type { Looked } from './look.ts';
import { isMet } from './matches.ts';
import { planCondition, type Language } from './plan-conditions.ts';
import type { Predicate } from './predicate.ts';
import { ConditionProblem } from './read-values.ts';

export interface TraceWith {
  language: Language;
  asking: Asking;
  looked: Looked;
  names: ConditionNames;
  /** Why a field's values are not told; null, as by default: they are. */
  withheld?: (field: Field) => ConditionTrace['withheld'];
}

/** Characters of a value that are shown. */
const SHOWN_AT_MOST = 200;

/** Every condition with the values seen and whether it holds: the same decision as `matches`, told instead of made. */
export function traceConditions(group: ConditionGroup, asked: TraceWith): GroupTrace {
  const parts = group.conditions.map((node) =>
    node.match === undefined ? traceCondition(node, asked) : traceConditions(node, asked),
  );
  return { match: group.match, holds: together(group.match, parts), parts };
}

/** Of parts that hold, do not, or cannot be told any more. */
function together(match: 'all' | 'any', parts: readonly { holds: boolean | null }[]): boolean | null {
  const decisive = match === 'any';
  if (parts.length === 0) return true;
  if (parts.some(({ holds }) => holds === decisive)) return decisive;
  return parts.some(({ holds }) => holds === null) ? null : !decisive;
}

function traceCondition(condition: Condition, asked: TraceWith): ConditionTrace {
  const { language, asking, looked, names } = asked;
  const description = describeConditions({ match: 'all', conditions: [condition] }, names);
  const predicate = planned(condition, asked);
  const isHeader = headerNameOf(condition.field) !== null;
  const field = isHeader ? predicate?.field : language.vocabulary.get(condition.field);
  if (!field || !predicate) return { condition, description, seen: [], values: [], withheld: null, holds: false };
  const withheld = asked.withheld?.(field) ?? null;
  const holds = withheld === 'erased' ? null : isMet(predicate, looked);
  const values = withheld ? [] : seenBy(predicate, field, { looked, asking });
  const seen = values.map((value) => inWords(field, value, names));
  return { condition, description, seen, values, withheld, holds };
}

/** Undefined for a condition that cannot be asked any more, because its field is gone. */
function planned(condition: Condition, { language, asking }: TraceWith): Predicate | undefined {
  try {
    return planCondition(condition, language, asking);
  } catch (error) {
    if (error instanceof ConditionProblem) return undefined;
    throw error;
  }
}

function seenBy(
  { field: source, test }: Predicate,
  field: Field,
  { looked, asking }: Pick<TraceWith, 'looked' | 'asking'>,
): SeenValue[] {
  const told = (value: unknown) => toldAs(field, value, asking);
  if (test.kind !== 'change') return looked.valuesOf(source).map((value) => ({ value: told(value) }));
  return looked
    .changesOf(field)
    .map(({ from, to }: FieldChange) => ({ from: sideOf(from).map(told), to: sideOf(to).map(told) }));
}

function sideOf(side: unknown): readonly unknown[] {
  return Array.isArray(side) ? side : side === null || side === undefined ? [] : [side];
}

/** A value as a fact that needs no desk to be read: see the contract. */
function toldAs({ kind }: Field, value: unknown, asking: Asking): Scalar {
  if (kind.type === 'time' && typeof value === 'number') return new Date(value).toISOString();
  if (kind.type === 'hours' && typeof value === 'number') {
    return kind.open ? hoursBetween(0, value) : hoursBetween(value, asking.now);
  }
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return shown(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
}

function inWords(field: Field, seen: SeenValue, names: ConditionNames): string {
  const say = (value: Scalar) =>
    field.kind.type === 'hours' && typeof value === 'number'
      ? value.toFixed(1)
      : describeScalar(field, value, { words: ENGLISH_CONDITIONS, ...names });
  if ('value' in seen) return say(seen.value);
  const side = (values: readonly Scalar[]) => (values.length === 0 ? '–' : values.map(say).join(', '));
  return `${side(seen.from)} → ${side(seen.to)}`;
}

/** To a tenth and rounded down, so that 25.9 is seen not to be 26 yet. */
function hoursBetween(then: number, now: number): number {
  return Math.floor((now - then) / 360_000) / 10;
}

function shown(text: string): string {
  return text.length > SHOWN_AT_MOST ? `${text.slice(0, SHOWN_AT_MOST - 1)}…` : text;
}

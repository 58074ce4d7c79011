import type { Condition, ConditionGroup, ConditionTrace, FieldChange, GroupTrace } from '@bureau/contracts';
import { ENGLISH_CONDITIONS } from './condition-words.ts';
import { describeConditions, describeScalar, type ConditionNames } from './describe-conditions.ts';
import type { Asking } from './facts.ts';
import type { Field, Scalar } from './field.ts';
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
  const field = language.vocabulary.get(condition.field);
  const description = describeConditions({ match: 'all', conditions: [condition] }, names);
  const predicate = planned(condition, asked);
  if (!field || !predicate) return { condition, description, seen: [], withheld: null, holds: false };
  const withheld = asked.withheld?.(field) ?? null;
  const holds = withheld === 'erased' ? null : isMet(predicate, looked);
  const seen = withheld ? [] : seenBy(predicate, field, { looked, asking, names });
  return { condition, description, seen, withheld, holds };
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
  { looked, asking, names }: Pick<TraceWith, 'looked' | 'asking' | 'names'>,
): string[] {
  const say = (value: unknown) => shown(valueInWords(field, value, { asking, names }));
  if (test.kind !== 'change') return looked.valuesOf(source).map(say);
  return looked
    .changesOf(field)
    .map(({ from, to }: FieldChange) => `${sideInWords(from, say)} → ${sideInWords(to, say)}`);
}

function sideInWords(side: unknown, say: (value: unknown) => string): string {
  const values: readonly unknown[] = Array.isArray(side) ? side : side === null || side === undefined ? [] : [side];
  return values.length === 0 ? '–' : values.map(say).join(', ');
}

function valueInWords(field: Field, value: unknown, { asking, names }: Pick<TraceWith, 'asking' | 'names'>): string {
  if (!isScalar(value)) return JSON.stringify(value) ?? '';
  if (field.kind.type === 'time' && typeof value === 'number') return new Date(value).toISOString();
  if (field.kind.type === 'hours' && typeof value === 'number') {
    return field.kind.open ? hoursBetween(0, value) : hoursBetween(value, asking.now);
  }
  return describeScalar(field, value, { words: ENGLISH_CONDITIONS, ...names });
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** To a tenth, so that «25.9» is seen not to be 26 yet. */
function hoursBetween(then: number, now: number): string {
  return (Math.floor((now - then) / 360_000) / 10).toFixed(1);
}

function shown(text: string): string {
  return text.length > SHOWN_AT_MOST ? `${text.slice(0, SHOWN_AT_MOST - 1)}…` : text;
}

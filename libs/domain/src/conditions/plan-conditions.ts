import type { Condition, ConditionGroup, ConditionOperator } from '@bureau/contracts';
import type { Asking } from './facts.ts';
import type { Field, Scalar, Vocabulary } from './field.ts';
import { foldText } from './fold-text.ts';
import { fieldIn } from './header-fields.ts';
import { operatorsOf, positiveOf } from './operators.ts';
import { problemOfPattern } from './pattern.ts';
import type { Plan, Predicate, Test } from './predicate.ts';
import {
  ConditionProblem,
  dayAfter,
  readDay,
  readDuration,
  readNumber,
  readOne,
  readScalars,
  readTexts,
  readTime,
  refuseValue,
} from './read-values.ts';

/** What conditions may use: the words of this desk, and (for business rules) what has just happened. */
export interface Language {
  vocabulary: Vocabulary;
  forRules?: boolean;
}

/** Turns conditions into what interpreters walk. They must have passed `checkConditions`; throws otherwise. */
export function planConditions(group: ConditionGroup, language: Language, asking: Asking): Plan {
  const parts = group.conditions.map((node) =>
    node.match === undefined ? planCondition(node, language, asking) : planConditions(node, language, asking),
  );
  return { match: group.match, parts };
}

/** Throws {@link ConditionProblem}. */
export function planCondition(condition: Condition, language: Language, asking: Asking): Predicate {
  const field = fieldOf(condition, language);
  const { operator, negated } = positiveOf(condition.operator);
  const test = testOf(field, { operator, value: condition.value }, asking);
  return { field: timeOf(field, language), negated, test };
}

function fieldOf({ field: key, operator }: Condition, { vocabulary, forRules = false }: Language): Field {
  const field = fieldIn(vocabulary, key);
  if (!field) throw new ConditionProblem('field', `There is no field ${key}; GET /conditions/fields lists all.`);
  if (field.rulesOnly && !forRules) {
    throw new ConditionProblem('field', `Only business rules can ask for ${field.label}: it belongs to one message.`);
  }
  const known = operatorsOf(field, { forRules });
  if (known.includes(operator)) return field;
  throw new ConditionProblem('operator', `${field.label} cannot be asked so; say one of ${known.join(', ')}.`);
}

/** «Hours since» looks at the time; business hours are a length of their own. */
function timeOf(field: Field, { vocabulary }: Language): Field {
  return field.kind.type === 'hours' && !field.kind.open ? (vocabulary.get(field.kind.of) ?? field) : field;
}

type Asked = { operator: ConditionOperator; value: Condition['value'] };

function testOf(field: Field, asked: Asked, asking: Asking): Test {
  const { operator, value } = asked;
  switch (operator) {
    case 'is-empty':
      refuseValue(operator, value);
      return { kind: 'empty' };
    case 'is':
      return equalityOf(field, value, asking);
    case 'contains':
      return { kind: 'text', how: 'contains', values: readTexts(value).map(foldText) };
    case 'begins-with':
      return { kind: 'text', how: 'begins', values: readTexts(value).map(foldText) };
    case 'ends-with':
      return { kind: 'text', how: 'ends', values: readTexts(value).map(foldText) };
    case 'is-within':
      return { kind: 'within', values: readTexts(value) };
    case 'matches':
      return { kind: 'pattern', pattern: readPattern(value) };
    case 'changed':
      refuseValue(operator, value);
      return { kind: 'change', side: 'any', values: [] };
    case 'changed-from':
      return { kind: 'change', side: 'from', values: resolve(field, readScalars(field, value), asking) };
    case 'changed-to':
      return { kind: 'change', side: 'to', values: resolve(field, readScalars(field, value), asking) };
    default:
      return comparisonOf(field, asked, asking);
  }
}

function equalityOf(field: Field, value: Condition['value'], asking: Asking): Test {
  if (field.kind.type === 'text') return { kind: 'text', how: 'is', values: readTexts(value).map(foldText) };
  return { kind: 'one-of', values: resolve(field, readScalars(field, value), asking) };
}

/** «Me» and «my groups» become ids; nobody has none. */
function resolve({ kind }: Field, values: readonly Scalar[], { userId, groupIds }: Asking): Scalar[] {
  if (kind.type !== 'reference') return [...values];
  return values.flatMap((value): readonly Scalar[] => {
    if (value === 'me') return userId === null ? [] : [userId];
    return value === 'mine' ? groupIds : [value];
  });
}

function readPattern(value: Condition['value']): string {
  const [pattern = '', ...others] = readTexts(value);
  if (others.length > 0) throw new ConditionProblem('value', 'Give one expression; divide them with |.');
  const problem = problemOfPattern(pattern);
  if (problem) throw new ConditionProblem('value', `The expression is not right: ${problem}.`);
  return pattern;
}

function comparisonOf(field: Field, { operator, value }: Asked, { now }: Asking): Test {
  const one = readOne(value);
  switch (field.kind.type) {
    case 'choice':
      return { kind: 'one-of', values: ranked(field.kind.choices, operator, readScalars(field, value)[0]) };
    case 'date':
      return operator === 'before'
        ? { kind: 'days', from: null, below: readDay(one) }
        : { kind: 'days', from: dayAfter(readDay(one)), below: null };
    case 'time':
      if (operator === 'within-last') return { kind: 'range', from: now - readDuration(one), below: null };
      return rangeOf(operator, readTime(one));
    case 'hours':
      if (field.kind.open) return rangeOf(operator, readNumber(field.kind, one) * HOUR);
      return rangeOf(REVERSED[operator] ?? operator, now - readNumber(field.kind, one) * HOUR);
    default:
      return rangeOf(operator, readNumber(field.kind, one));
  }
}

const HOUR = 3_600_000;

/** More hours since then means an earlier time. */
const REVERSED: Partial<Record<ConditionOperator, ConditionOperator>> = {
  'greater-than': 'less-than',
  'at-least': 'at-most',
  'less-than': 'greater-than',
  'at-most': 'at-least',
};

function rangeOf(operator: ConditionOperator, value: number): Test {
  switch (operator) {
    case 'greater-than':
    case 'after':
      return { kind: 'range', from: value + 1, below: null };
    case 'at-least':
      return { kind: 'range', from: value, below: null };
    case 'less-than':
    case 'before':
      return { kind: 'range', from: null, below: value };
    default:
      return { kind: 'range', from: null, below: value + 1 };
  }
}

function ranked(choices: readonly string[], operator: ConditionOperator, value: Scalar | undefined): string[] {
  const rank = choices.findIndex((choice) => choice === value);
  return choices.filter((_, index) => {
    if (operator === 'greater-than') return index > rank;
    if (operator === 'at-least') return index >= rank;
    return operator === 'less-than' ? index < rank : index <= rank;
  });
}

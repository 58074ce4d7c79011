import type { ConditionOperator } from '@bureau/contracts';
import type { Field, FieldType } from './field.ts';

const EQUAL = ['is', 'is-not'] as const;
const FILLED = ['is-empty', 'is-not-empty'] as const;
const COMPARED = ['greater-than', 'at-least', 'less-than', 'at-most'] as const;

/** What can be asked of a field of each type. */
const OPERATORS: Record<FieldType, readonly ConditionOperator[]> = {
  text: [
    ...EQUAL,
    'contains',
    'does-not-contain',
    'begins-with',
    'does-not-begin-with',
    'ends-with',
    'does-not-end-with',
    'matches',
    'does-not-match',
    ...FILLED,
  ],
  choice: [...EQUAL, ...FILLED],
  list: [...EQUAL, 'is-within', 'is-not-within', ...FILLED],
  reference: [...EQUAL, ...FILLED],
  integer: [...EQUAL, ...COMPARED, ...FILLED],
  boolean: [...EQUAL, ...FILLED],
  time: ['before', 'after', 'within-last', 'not-within-last', ...FILLED],
  hours: [...COMPARED, ...FILLED],
  date: [...EQUAL, 'before', 'after', ...FILLED],
};

const CHANGES = ['changed', 'changed-from', 'changed-to'] as const;

/** The operators that a field knows; those about changes are for business rules. */
export function operatorsOf({ kind, changesAs }: Field, { forRules }: { forRules: boolean }): ConditionOperator[] {
  const ordered = kind.type === 'choice' && kind.ordered === true ? COMPARED : [];
  const changes = forRules && changesAs !== undefined ? CHANGES : [];
  return [...OPERATORS[kind.type], ...ordered, ...changes];
}

/** The operators of a field that is not the desk's own, such as one of Salesforce. */
export function operatorsOfType(type: FieldType): readonly ConditionOperator[] {
  return OPERATORS[type];
}

/** The positive operator that a negative one is the exact opposite of; itself for a positive one. */
export function positiveOf(operator: ConditionOperator): { operator: ConditionOperator; negated: boolean } {
  const positive = OPPOSITES[operator];
  return positive === undefined ? { operator, negated: false } : { operator: positive, negated: true };
}

const OPPOSITES: Partial<Record<ConditionOperator, ConditionOperator>> = {
  'is-not': 'is',
  'does-not-contain': 'contains',
  'does-not-begin-with': 'begins-with',
  'does-not-end-with': 'ends-with',
  'does-not-match': 'matches',
  'is-not-within': 'is-within',
  'is-not-empty': 'is-empty',
  'not-within-last': 'within-last',
};

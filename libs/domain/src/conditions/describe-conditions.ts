import type { Condition, ConditionGroup, ConditionOperator, ConditionValue } from '@bureau/contracts';
import type { Field, ReferenceTo, Scalar, Vocabulary } from './field.ts';

/** What ids are called; null for one that is gone. */
export type NameOf = (to: ReferenceTo, id: number) => string | null;

/** How an operator reads between its field and its value. */
const WORDS: Record<ConditionOperator, string> = {
  is: 'is',
  'is-not': 'is not',
  contains: 'contains',
  'does-not-contain': 'does not contain',
  'begins-with': 'begins with',
  'does-not-begin-with': 'does not begin with',
  'ends-with': 'ends with',
  'does-not-end-with': 'does not end with',
  matches: 'matches',
  'does-not-match': 'does not match',
  'is-within': 'is within',
  'is-not-within': 'is not within',
  'is-empty': 'is empty',
  'is-not-empty': 'is not empty',
  'greater-than': 'is greater than',
  'at-least': 'is at least',
  'less-than': 'is less than',
  'at-most': 'is at most',
  before: 'is before',
  after: 'is after',
  'within-last': 'is within the last',
  'not-within-last': 'is not within the last',
  changed: 'changed',
  'changed-from': 'changed from',
  'changed-to': 'changed to',
};

/** Conditions in a sentence: «Status is Open or Pending and Company is Acme». Without conditions: «Every case». */
export function describeConditions(group: ConditionGroup, vocabulary: Vocabulary, nameOf: NameOf): string {
  return group.conditions.length === 0 ? 'Every case' : describeGroup(group, { vocabulary, nameOf });
}

interface Names {
  vocabulary: Vocabulary;
  nameOf: NameOf;
}

function describeGroup({ match, conditions }: ConditionGroup, names: Names): string {
  const parts = conditions.map((node) => {
    if (node.match === undefined) return describeCondition(node, names);
    const inner = describeGroup(node, names);
    return conditions.length > 1 && node.conditions.length > 1 ? `(${inner})` : inner;
  });
  return parts.filter((part) => part !== '').join(match === 'all' ? ' and ' : ' or ');
}

function describeCondition({ field: key, operator, value }: Condition, { vocabulary, nameOf }: Names): string {
  const field = vocabulary.get(key);
  const label = field?.label ?? key;
  const yesOrNo = field?.kind.type === 'boolean' && typeof value === 'boolean' ? value === (operator === 'is') : null;
  if (yesOrNo !== null) return `${label} is ${yesOrNo ? 'true' : 'false'}`;
  if (operator === 'is-empty' && field?.kind.type === 'reference') return `${label} is nobody or nothing`;
  return [label, WORDS[operator], value === undefined ? '' : describeValue(field, value, nameOf)]
    .filter((word) => word !== '')
    .join(' ');
}

function describeValue(field: Field | undefined, value: ConditionValue, nameOf: NameOf): string {
  if (Array.isArray(value)) return value.map((item) => describeScalar(field, item, nameOf)).join(' or ');
  if (typeof value !== 'object') return describeScalar(field, value, nameOf);
  return value.amount === 1 ? value.unit.slice(0, -1) : `${value.amount} ${value.unit}`;
}

function describeScalar(field: Field | undefined, value: Scalar, nameOf: NameOf): string {
  switch (field?.kind.type) {
    case 'reference':
      if (value === 'me') return 'me';
      if (value === 'mine') return 'one of mine';
      return nameOf(field.kind.to, Number(value)) ?? `a deleted ${field.kind.to} (${value})`;
    case 'choice':
      return value === 'qna' ? 'Q&A' : `${value}`.charAt(0).toUpperCase() + `${value}`.slice(1);
    case 'text':
      return `«${value}»`;
    default:
      return `${value}`;
  }
}

import type { ConditionOperator } from '@bureau/contracts';
import type { ReferenceTo, Scalar } from './field.ts';

/** The words of a language in which conditions are read out. */
export interface ConditionWords {
  /** How an operator reads between its field and its value. */
  operators: Readonly<Record<ConditionOperator, string>>;
  everyCase: string;
  /** A line of a mail's header, by its name. */
  header: (name: string) => string;
  /** Between two conditions, with the spaces around it. */
  and: string;
  or: string;
  isTrue: (label: string) => string;
  isFalse: (label: string) => string;
  isNobody: (label: string) => string;
  me: string;
  mine: string;
  /** What an id stands for that is gone. */
  gone: (to: ReferenceTo, id: Scalar) => string;
  /** One of few words that the desk knows: a status, a channel. */
  choice: (value: string) => string;
  text: (value: string) => string;
  amount: (amount: number, unit: 'minutes' | 'hours' | 'days') => string;
}

export const ENGLISH_CONDITIONS: ConditionWords = {
  operators: {
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
  },
  everyCase: 'Every case',
  header: (name) => `Header ${name}`,
  and: ' and ',
  or: ' or ',
  isTrue: (label) => `${label} is yes`,
  isFalse: (label) => `${label} is no`,
  isNobody: (label) => `${label} is nobody or nothing`,
  me: 'me',
  mine: 'one of mine',
  gone: (to, id) => `a deleted ${to} (${id})`,
  choice: (value) => (value === 'qna' ? 'Q&A' : value.charAt(0).toUpperCase() + value.slice(1)),
  text: (value) => `«${value}»`,
  amount: (amount, unit) => (amount === 1 ? unit.slice(0, -1) : `${amount} ${unit}`),
};

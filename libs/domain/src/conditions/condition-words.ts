import type { ConditionOperator } from '@bureau/contracts';
import type { ReferenceTo, Scalar } from './field.ts';

/** A comparison of the hours that have gone by since something: all of them, or only those in which the brand was `open`. */
export interface HoursSince {
  operator: ConditionOperator;
  hours: number;
  /** The same, when it is whole days and not the open hours of them; null: it is not. */
  days: number | null;
  open: boolean;
  since: string;
}

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
  /** What yes and no mean where a word of the language says it better than the field's name; by the field's key. */
  flags: Readonly<Record<string, { yes: string; no: string } | undefined>>;
  /** «at least 24 hours since …»; undefined where the operator compares otherwise. `since`: the end of the field's key. */
  hoursSince: (asked: HoursSince) => string | undefined;
  /** A time in ISO 8601, and a day as YYYY-MM-DD. */
  moment: (at: string) => string;
  day: (day: string) => string;
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

const COMPARED: Readonly<Partial<Record<ConditionOperator, string>>> = {
  is: 'exactly',
  'is-not': 'not exactly',
  'greater-than': 'more than',
  'at-least': 'at least',
  'less-than': 'less than',
  'at-most': 'at most',
};

const MOMENTS: Readonly<Record<string, string | undefined>> = {
  Created: 'the case was created',
  Updated: 'the last update',
  Changed: 'the last change',
  Active: 'the last activity',
  Received: 'the last message in',
  Replied: 'the last message out',
  Worked: 'the case was last worked on',
  FirstOpened: 'the case was first opened',
  Opened: 'the case was opened',
  FirstResolved: 'the case was first resolved',
  Resolved: 'the case was resolved',
  Closed: 'the case was closed',
  Waiting: 'the customer began to wait',
  Acknowledged: 'the last acknowledgement',
};

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
  flags: {
    'case.businessHours': { yes: 'it is within business hours', no: 'it is outside business hours' },
    'message.businessHours': {
      yes: 'the message came within business hours',
      no: 'the message came outside business hours',
    },
    'message.automatic': { yes: 'the message is automatic', no: 'the message is not automatic' },
    'case.hasAttachments': { yes: 'the case has attachments', no: 'the case has no attachments' },
    'case.deliveryTrouble': { yes: 'a delivery is in trouble', no: 'no delivery is in trouble' },
    'customer.blocked': { yes: 'the customer is blocked', no: 'the customer is not blocked' },
  },
  hoursSince: ({ operator, hours, days, open, since }) => {
    const [compared, moment] = [COMPARED[operator], MOMENTS[since]];
    if (compared === undefined || moment === undefined) return undefined;
    const length =
      days === null ? `${hours} ${open ? 'business ' : ''}${hours === 1 ? 'hour' : 'hours'}` : `${days} days`;
    return `${compared} ${length} since ${moment}`;
  },
  moment: (at) => at,
  day: (day) => day,
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

import type { CaseStatus, SyncValue } from '@bureau/contracts';
import { statusAfter } from '../case-status.ts';
import { canonicalBoolean, canonicalDate, canonicalEmail, canonicalText, cutText } from './canonical.ts';
import type { FieldPair } from './field-pair.ts';
import { salesforceId } from './salesforce-id.ts';
import {
  deskChannel,
  deskPriority,
  deskStatus,
  salesforceOrigin,
  salesforcePriority,
  salesforceStatus,
} from './status.ts';
import type { DeskValue, Translated } from './translated.ts';

/** What Salesforce is told when somebody has no last name, which it insists on; it never comes back. */
export const NOT_PROVIDED = '[not provided]';
/** What the desk is told when a case has no subject, which it insists on; it never goes there. */
export const NO_SUBJECT = '(no subject)';

export type PairKind =
  | 'text'
  | 'name'
  | 'last-name'
  | 'subject'
  | 'email'
  | 'phone'
  | 'boolean'
  | 'date'
  | 'list'
  | 'status'
  | 'priority'
  | 'origin'
  | 'record'
  | 'required-record';

interface Kind {
  ofSalesforce: (raw: unknown, pair: FieldPair) => SyncValue;
  toSalesforce: (value: SyncValue) => SyncValue;
  ofDesk: (value: DeskValue, pair: FieldPair) => Translated<SyncValue>;
  toDesk: (value: SyncValue, pair: FieldPair, present: DeskValue) => Translated<DeskValue>;
}

const same = (value: SyncValue): SyncValue => value;
const readAs = (canonical: (value: unknown) => SyncValue): Kind => ({
  ofSalesforce: (raw) => canonical(raw),
  toSalesforce: same,
  ofDesk: (value) => ({ value: canonical(value) }),
  toDesk: (value) => ({ value }),
});
const text = readAs(canonicalText);
const record = readAs(salesforceId);
const cut = (value: unknown, { cutAt }: FieldPair) => {
  const whole = canonicalText(value);
  return whole !== null && cutAt ? cutText(whole, cutAt) : whole;
};
const except = (value: unknown, filler: string) => {
  const read = canonicalText(value);
  return read?.toLowerCase() === filler ? null : read;
};

/** How a value of each kind is compared, and written on either side. */
export const KINDS: Record<PairKind, Kind> = {
  text,
  name: { ...text, toDesk: (value) => (value === null ? { problem: 'name-missing' } : { value }) },
  'last-name': {
    ...readAs((value) => except(value, NOT_PROVIDED)),
    toSalesforce: (value) => value ?? NOT_PROVIDED,
    toDesk: (value) => ({ value: value ?? '' }),
  },
  subject: {
    ofSalesforce: (raw, pair) => cut(except(raw, NO_SUBJECT), pair),
    toSalesforce: same,
    ofDesk: (value, pair) => ({ value: cut(except(value, NO_SUBJECT), pair) }),
    toDesk: (value) => ({ value: value ?? NO_SUBJECT }),
  },
  email: readAs(canonicalEmail),
  phone: {
    ...text,
    toDesk: (value) => (value === null || countDigits(value) >= 3 ? { value } : { problem: 'not-a-phone-number' }),
  },
  boolean: readAs(canonicalBoolean),
  date: {
    ...readAs(canonicalDate),
    ofDesk: (value) => {
      const date = canonicalDate(value);
      return date === null && canonicalText(value) !== null ? { problem: 'not-a-date' } : { value: date };
    },
  },
  list: { ...text, ofDesk: salesforceValue, toDesk: deskChoice },
  status: {
    // Capitals do not count, so that "open" there is not a change of Open.
    ofSalesforce: (raw) => salesforceStatus(deskStatus(String(raw)) ?? '') ?? canonicalText(raw),
    toSalesforce: same,
    ofDesk: (value) => ({ value: salesforceStatus(String(value)) }),
    toDesk: (value, _pair, present) => settableStatus(value, present),
  },
  priority: {
    ...text,
    ofDesk: (value) => ({ value: typeof value === 'number' ? salesforcePriority(value) : null }),
    toDesk: (value, _pair, present) => {
      const priority = deskPriority(String(value), typeof present === 'number' ? present : null);
      return priority === null ? { problem: 'unknown-priority' } : { value: priority };
    },
  },
  origin: {
    ...text,
    ofDesk: (value, { values = [] }) => ({
      value: values.find(({ desk }) => desk === value)?.salesforce ?? salesforceOrigin(String(value)),
    }),
    toDesk: (value) => ({ value: deskChannel(value === null ? null : String(value)) }),
  },
  record,
  'required-record': { ...record, toDesk: (value) => (value === null ? { problem: 'record-missing' } : { value }) },
};

function salesforceValue(value: DeskValue, { values = [] }: FieldPair): Translated<SyncValue> {
  const choice = canonicalText(value);
  if (choice === null) return { value: null };
  const pair = values.find(({ desk }) => desk === choice);
  return pair ? { value: canonicalText(pair.salesforce) } : { problem: 'value-without-pair' };
}

/** Of several choices that mean one value there, the present one stays. */
function deskChoice(value: SyncValue, { values = [] }: FieldPair, present: DeskValue): Translated<DeskValue> {
  if (value === null) return { value };
  const choices = values.filter(({ salesforce }) => canonicalText(salesforce) === value).map(({ desk }) => desk);
  const choice = choices.find((desk) => desk === present) ?? choices[0];
  return choice === undefined ? { problem: 'value-without-pair' } : { value: choice };
}

function settableStatus(value: SyncValue, present: DeskValue): Translated<CaseStatus> {
  const status = deskStatus(String(value));
  if (status === null) return { problem: 'unknown-status' };
  const before = deskStatus(String(present));
  if (before === null || statusAfter(before, { set: status }) !== null) return { value: status };
  return { problem: before === 'closed' ? 'closed-is-final' : 'not-new-again' };
}

function countDigits(value: SyncValue): number {
  return String(value).match(/\d/g)?.length ?? 0;
}

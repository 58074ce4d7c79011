import type { CustomFieldType, Mapping, SyncObject } from '@bureau/contracts';
import type { FieldPair } from './field-pair.ts';
import type { PairKind } from './pair-kinds.ts';

/** Beginning of the names of custom fields of the desk, before their key. */
export const CUSTOM_PREFIX = 'custom.';

/** What the objects are called there; a customer of an organisation with person accounts is an Account. */
export const SALESFORCE_OBJECTS = { company: 'Account', customer: 'Contact', case: 'Case' } as const;

type Row = [deskField: string, salesforceField: string, kind: PairKind, more?: Partial<FieldPair>];

const COMPANY: Row[] = [['name', 'Name', 'name', { deskLimit: 200 }]];

const PERSON: Row[] = [
  ['firstName', 'FirstName', 'text', { deskLimit: 100 }],
  ['lastName', 'LastName', 'last-name', { deskLimit: 100 }],
  ['title', 'Title', 'text', { deskLimit: 200 }],
  ['email', 'Email', 'email'],
  ['phone.work', 'Phone', 'phone', { deskLimit: 50 }],
  ['phone.home', 'HomePhone', 'phone', { deskLimit: 50 }],
  ['phone.mobile', 'MobilePhone', 'phone', { deskLimit: 50 }],
  ['phone.other', 'OtherPhone', 'phone', { deskLimit: 50 }],
  ['description', 'Description', 'text', { deskLimit: 20_000 }],
];

const CASE: Row[] = [
  ['subject', 'Subject', 'subject', { cutAt: 255, deskLimit: 500 }],
  ['description', 'Description', 'text', { deskLimit: 20_000 }],
  ['status', 'Status', 'status'],
  ['priority', 'Priority', 'priority'],
  ['channel', 'Origin', 'origin', { direction: 'to_salesforce' }],
  ['customer', 'ContactId', 'required-record'],
  // The company of a case is that of its customer: the desk has no other.
  ['company', 'AccountId', 'record', { direction: 'to_salesforce' }],
];

/** Fields that a person account has under another name than a contact. */
const OF_PERSON_ACCOUNTS = new Set(['Title', 'Email', 'HomePhone', 'MobilePhone', 'OtherPhone']);

/** The pairs that work at every desk with nothing configured. A person account is its own account. */
export function standardPairs(object: SyncObject, { personAccounts }: { personAccounts: boolean }): FieldPair[] {
  if (object === 'company') return COMPANY.map(pairOf);
  if (object === 'case') return CASE.map(pairOf);
  if (!personAccounts) return [...PERSON, ['company', 'AccountId', 'record'] satisfies Row].map(pairOf);
  return PERSON.map(([deskField, name, ...rest]) =>
    pairOf([deskField, OF_PERSON_ACCOUNTS.has(name) ? `Person${name}` : name, ...rest]),
  );
}

function pairOf([deskField, salesforceField, kind, more]: Row): FieldPair {
  return { deskField, salesforceField, kind, direction: 'both', ...more };
}

const KIND_OF: Record<Exclude<CustomFieldType, 'integer'>, PairKind> = {
  text: 'text',
  list: 'list',
  boolean: 'boolean',
  date: 'date',
};

/** The pair of a mapping that an administrator made. */
export function pairOfMapping({
  deskField,
  salesforceField,
  type,
  direction,
  values,
}: Pick<Mapping, 'deskField' | 'salesforceField' | 'type' | 'direction' | 'values'>): FieldPair {
  return { deskField, salesforceField, kind: KIND_OF[type], direction, values };
}

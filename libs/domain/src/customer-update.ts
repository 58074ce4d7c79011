import type { Contact, CustomFieldValues, CustomerIdentity, FieldChange, FieldError } from '@bureau/contracts';
import { changesOfCustomFields } from './custom-fields.ts';
import { displayName, splitName } from './customer-names.ts';

/** Everything of a customer that a person can change. */
export interface CustomerState {
  name: string;
  firstName: string;
  lastName: string;
  title: string;
  /** Where answers go; one of `emails`. */
  address: string | null;
  emails: Contact[];
  phoneNumbers: Contact[];
  postalAddresses: Contact[];
  identities: CustomerIdentity[];
  externalId: string | null;
  uid: string | null;
  background: string;
  language: string | null;
  companyId: number | null;
  accessPrivatePortal: boolean;
  accessCompanyCases: boolean;
  blocked: boolean;
  customFields: CustomFieldValues;
}

/** What there is of a customer before the first write. */
export const NOBODY: CustomerState = {
  name: '',
  firstName: '',
  lastName: '',
  title: '',
  address: null,
  emails: [],
  phoneNumbers: [],
  postalAddresses: [],
  identities: [],
  externalId: null,
  uid: null,
  background: '',
  language: null,
  companyId: null,
  accessPrivatePortal: false,
  accessCompanyCases: false,
  blocked: false,
  customFields: {},
};

export type CustomerDecision = { after: CustomerState; changes: FieldChange[] } | { errors: FieldError[] };

/**
 * What a write makes of a customer; custom fields are already merged. A shown name that came from first and last name
 * follows them; answers go on to the address they went to while the customer has it, then to the first.
 */
export function decideCustomer(before: CustomerState, wanted: Partial<CustomerState>): CustomerDecision {
  const named = before === NOBODY && wanted.name && !wanted.firstName && !wanted.lastName ? splitName(wanted.name) : {};
  const merged = { ...before, ...named, ...present(wanted) };

  if (wanted.address && !has(merged.emails, wanted.address)) {
    return { errors: [{ path: 'address', message: 'Name one of the e-mail addresses of this customer.' }] };
  }
  const address = has(merged.emails, merged.address) ? merged.address : (merged.emails[0]?.value ?? null);
  const followed = wanted.name === undefined && before.name === defaultName(before);
  const name =
    wanted.name || followed || !merged.name ? wanted.name || defaultName({ ...merged, address }) : merged.name;

  const after = { ...merged, address, name };
  return { after, changes: changesBetween(before, after) };
}

function defaultName(customer: CustomerState): string {
  const { address, phoneNumbers, identities } = customer;
  const [identity] = identities;
  return displayName(customer, [address ?? undefined, phoneNumbers[0]?.value, identity?.name, identity?.handle]);
}

function has(emails: readonly Contact[], address: string | null): boolean {
  return address !== null && emails.some(({ value }) => value === address);
}

function present(wanted: Partial<CustomerState>): Partial<CustomerState> {
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}

function changesBetween(before: CustomerState, after: CustomerState): FieldChange[] {
  const { customFields: from, ...plainBefore } = before;
  const { customFields: to, ...plainAfter } = after;
  const values = new Map<string, unknown>(Object.entries(plainBefore));
  const plain = Object.entries(plainAfter).map(([field, value]) => ({ field, from: values.get(field), to: value }));
  return [
    ...plain.filter((change) => JSON.stringify(change.from) !== JSON.stringify(change.to)),
    ...changesOfCustomFields(from, to),
  ];
}

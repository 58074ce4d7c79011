import type { Contact, UpdateCompany, UpdateCustomer, UpdateCase as WantedCase } from '@bureau/contracts';
import { CUSTOM_PREFIX, withFirstEmail, withFirstPhone, type ContactPoints, type DeskValue } from '@bureau/domain';
import type { DeskCustomer } from './desk-record.queries.ts';

/** Values by the desk's names of the fields; records are named by their ids in Salesforce. */
export type DeskWish = Readonly<Record<string, DeskValue>>;

export function companyWish(wish: DeskWish): UpdateCompany {
  return { ...('name' in wish ? { name: textOf(wish['name']) } : {}), ...customWish(wish) };
}

/** Sets that hold several values are replaced with the one that Salesforce has in its place. */
export function customerWish(points: ContactPoints, wish: DeskWish): UpdateCustomer {
  const { firstName, lastName, title, description } = wish;
  return {
    ...(firstName === undefined ? {} : { firstName: textOf(firstName) }),
    ...(lastName === undefined ? {} : { lastName: textOf(lastName) }),
    ...(title === undefined ? {} : { title: textOf(title) }),
    ...(description === undefined ? {} : { background: textOf(description) }),
    ...emailWish(points, wish),
    ...phoneWish(points, wish),
    ...customWish(wish),
  };
}

function emailWish(points: ContactPoints, { email }: DeskWish): UpdateCustomer {
  if (email === undefined) return {};
  const { emails, address } = withFirstEmail(points, email === null ? null : textOf(email));
  return { emails: [...emails], ...(address === null ? {} : { address }) };
}

function phoneWish(points: ContactPoints, wish: DeskWish): UpdateCustomer {
  const kinds = (['work', 'home', 'mobile', 'other'] as const).filter((kind) => wish[`phone.${kind}`] !== undefined);
  if (kinds.length === 0) return {};
  const after = kinds.reduce<Pick<DeskCustomer, 'phoneNumbers'>>(
    ({ phoneNumbers }, kind) => {
      const value = wish[`phone.${kind}`] ?? null;
      const changed = withFirstPhone({ ...points, phoneNumbers }, kind, value === null ? null : textOf(value));
      return { phoneNumbers: [...changed.phoneNumbers] satisfies Contact[] };
    },
    { phoneNumbers: [...points.phoneNumbers] },
  );
  return after;
}

export function caseWish(wish: DeskWish): WantedCase {
  const { subject, description, status, priority } = wish;
  return {
    ...(subject === undefined ? {} : { subject: textOf(subject) }),
    ...(description === undefined ? {} : { description: textOf(description) }),
    ...(isStatus(status) ? { status } : {}),
    ...(typeof priority === 'number' ? { priority } : {}),
    ...customWish(wish),
  };
}

function isStatus(value: DeskValue | undefined): value is NonNullable<WantedCase['status']> {
  return ['new', 'open', 'pending', 'resolved', 'closed'].some((status) => status === value);
}

function customWish(wish: DeskWish): Pick<UpdateCompany, 'customFields'> {
  const custom = Object.entries(wish).filter(([field]) => field.startsWith(CUSTOM_PREFIX));
  if (custom.length === 0) return {};
  return {
    customFields: Object.fromEntries(custom.map(([field, value]) => [field.slice(CUSTOM_PREFIX.length), value])),
  };
}

function textOf(value: DeskValue | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

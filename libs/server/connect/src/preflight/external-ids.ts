import type { SyncObject } from '@bureau/contracts';
import type { Description } from '../salesforce/index.ts';
import { EXTERNAL_ID, EXTERNAL_ID_OF_PERSONS, SYNCED } from './required.ts';

/** The field that holds the desk's id: a text that the user may write and that finds records; null: there is none. */
export function externalIdIn(
  descriptions: ReadonlyMap<string, Description | null>,
  object: SyncObject,
  { personAccounts }: { personAccounts: boolean },
): string | null {
  const isPerson = object === 'customer' && personAccounts;
  const name = isPerson ? EXTERNAL_ID_OF_PERSONS : EXTERNAL_ID;
  const description = descriptions.get(isPerson ? 'Account' : SYNCED[object]);
  const field = description?.fields.find((one) => one.name === name);
  if (!field || field.type !== 'string' || !field.createable) return null;
  // Of a person account Salesforce says of the contact's field what it says of any other.
  return field.externalId || isPerson ? name : null;
}

import type { Org } from '../org.ts';
import type { SfObject } from '../schema/object.ts';
import { DEFAULT_QUEUE } from '../seed.ts';
import { idIn, textOf, type Row } from '../value.ts';
import type { By } from './by.ts';

/** The statuses that end a case. */
export const CLOSED_STATUSES = ['Closed'];

/** What Salesforce works out by itself when a record is written. */
export function derive(org: Org, object: SfObject, { row, before }: { row: Row; before: Row | undefined }): Row {
  switch (object.name) {
    case 'Account':
      return row['IsPersonAccount'] === true ? { ...row, Name: fullName(row) } : row;
    case 'Contact':
      return { ...row, Name: fullName(row) };
    case 'Case':
      return derivedCase(org, row, before);
    case 'Task':
      return { ...row, IsClosed: row['Status'] === 'Completed', IsArchived: row['IsArchived'] ?? false };
    case 'FeedItem':
      return { ...row, InsertedById: row['CreatedById'] ?? null };
    default:
      return row;
  }
}

function fullName(row: Row): string {
  return [row['FirstName'], row['LastName']].filter(Boolean).join(' ');
}

function derivedCase(org: Org, row: Row, before: Row | undefined): Row {
  const closed = CLOSED_STATUSES.includes(textOf(row['Status']));
  const since = before?.['IsClosed'] === true ? (before['ClosedDate'] ?? null) : (row['SystemModstamp'] ?? null);
  // A case of a contact belongs to the contact's company, unless somebody says otherwise.
  const company =
    before || row['AccountId'] ? (row['AccountId'] ?? null) : (org.live(row['ContactId'])?.['AccountId'] ?? null);
  return { ...row, AccountId: company, IsClosed: closed, ClosedDate: closed ? since : null };
}

/** Numbers that count themselves; `CaseNumber` of the real thing has eight digits. */
export function numbered(org: Org, object: SfObject, row: Row): Row {
  const counted = object.fields.filter(({ autoNumber }) => autoNumber);
  if (counted.length === 0) return row;
  const count = org.records.made(object.name);
  const number = (name: string) =>
    name === 'CaseNumber'
      ? String(1000 + count).padStart(8, '0')
      : `${object.keyPrefix.toUpperCase()}-${String(count).padStart(4, '0')}`;
  return { ...row, ...Object.fromEntries(counted.map(({ name }) => [name, number(name)])) };
}

/** Without an active rule the assignment rules give a case to the default owner, also at an update (external-apis.md §3.8). */
export function assigned(object: SfObject, row: Row, by: By): Row {
  if (object.name === 'Case' && by.viaApi && by.autoAssign) return { ...row, OwnerId: DEFAULT_QUEUE };
  return row;
}

/** What a new record has without anybody saying so. */
export function defaultsOf(object: SfObject, by: By): Row {
  const values = object.fields.filter(({ defaultValue, compute }) => defaultValue !== null && compute === null);
  const owned: Row = object.fields.some(({ name }) => name === 'OwnerId') ? { OwnerId: idIn(by.user) } : {};
  return { ...Object.fromEntries(values.map(({ name, defaultValue }) => [name, defaultValue])), ...owned };
}

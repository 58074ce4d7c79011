import type { Org } from '../org.ts';
import type { SfObject } from '../schema/object.ts';
import { SfError } from '../sf-error.ts';
import { textOf, type Row } from '../value.ts';

/** What a person account and its contact share: the field of the one, the field of the other. */
const SHARED: [string, string][] = [
  ['FirstName', 'FirstName'],
  ['LastName', 'LastName'],
  ['Salutation', 'Salutation'],
  ['PersonTitle', 'Title'],
  ['PersonEmail', 'Email'],
  ['PersonMobilePhone', 'MobilePhone'],
  ['PersonHomePhone', 'HomePhone'],
  ['PersonOtherPhone', 'OtherPhone'],
  ['Phone', 'Phone'],
  ['Fax', 'Fax'],
];

const OF_PERSONS = /^(FirstName|LastName|Salutation|Person(?!ContactId).+)$/;

/** Decides by the record type whether an account is a person; throws for fields of the other kind. */
export function asPersonOrCompany(org: Org, { object, row, given }: { object: SfObject; row: Row; given: Row }): Row {
  if (object.name === 'Contact' && row['IsPersonAccount'] === true) throw badFields('Contact', Object.keys(given));
  if (object.name !== 'Account' || !org.setup.get().personAccounts) return row;
  const person = org.any(row['RecordTypeId'])?.['IsPersonType'] === true;
  const wrong = Object.keys(given).filter((name) => (person ? name === 'Name' : OF_PERSONS.test(name)));
  if (wrong.length > 0) throw badFields('Account', wrong);
  return { ...row, IsPersonAccount: person };
}

/** The contact that stands behind a person account, as it follows from the account; undefined for a company. */
export function shadowOf(org: Org, account: Row, newId: () => string): Row | undefined {
  if (account['IsPersonAccount'] !== true) return undefined;
  const known = org.any(account['PersonContactId']);
  const stamps = { LastModifiedDate: account['LastModifiedDate'], LastModifiedById: account['LastModifiedById'] };
  const shared = Object.fromEntries(SHARED.map(([ours, theirs]) => [theirs, account[ours] ?? null]));
  return {
    Id: newId(),
    CreatedDate: account['CreatedDate'] ?? null,
    CreatedById: account['CreatedById'] ?? null,
    OwnerId: account['OwnerId'] ?? null,
    HasOptedOutOfEmail: false,
    ...known,
    ...shared,
    LastModifiedDate: stamps.LastModifiedDate ?? null,
    LastModifiedById: stamps.LastModifiedById ?? null,
    SystemModstamp: account['SystemModstamp'] ?? null,
    Name: account['Name'] ?? null,
    AccountId: account['Id'] ?? null,
    IsPersonAccount: true,
    IsDeleted: account['IsDeleted'] ?? false,
  };
}

function badFields(type: string, fields: string[]): SfError {
  const words = `${type}: bad field names on insert/update call: ${fields.map((name) => textOf(name)).join(', ')}`;
  return new SfError('INVALID_FIELD_FOR_INSERT_UPDATE', words, { fields });
}

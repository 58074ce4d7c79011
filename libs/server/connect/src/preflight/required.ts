import type { SyncObject } from '@bureau/contracts';

/** What the user must be able to do with a field: see it, or change it too. */
export type FieldNeed = 'read' | 'edit';

export interface RequiredObject {
  /** API name. */
  object: string;
  /** What of the desk it is for. */
  sync: SyncObject;
  /** Beyond reading. */
  create: boolean;
  edit: boolean;
  fields: Readonly<Record<string, FieldNeed>>;
  /** All of the desk works without it but what is beneath cases. */
  isExtra: boolean;
}

const edit = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 'edit' as const]));
const read = (...names: string[]) => Object.fromEntries(names.map((name) => [name, 'read' as const]));

const PHONES = ['Phone', 'OtherPhone', 'HomePhone', 'MobilePhone'];

/** What the mapping of every desk needs (product.md § Desk Connect; external-apis.md §3.7). */
export function requiredObjects({ personAccounts }: { personAccounts: boolean }): RequiredObject[] {
  const main = { create: true, edit: true, isExtra: false };
  const person = ['PersonTitle', 'PersonEmail', 'PersonOtherPhone', 'PersonHomePhone', 'PersonMobilePhone'];
  return [
    {
      ...{ object: 'Account', sync: 'company', ...main },
      fields: {
        ...edit('Name'),
        ...read('Fax', 'Description', 'Phone'),
        ...(personAccounts && edit('FirstName', 'LastName', 'Phone', 'Description', ...person)),
      },
    },
    {
      ...{ object: 'Contact', sync: 'customer', ...main },
      fields: edit('FirstName', 'LastName', 'Title', 'Email', ...PHONES, 'Description', 'AccountId'),
    },
    {
      ...{ object: 'Case', sync: 'case', ...main },
      fields: edit('ContactId', 'AccountId', 'Subject', 'Description', 'Status', 'Priority', 'Origin'),
    },
    {
      ...{ object: 'CaseComment', sync: 'case', create: true, edit: false, isExtra: true },
      fields: read('ParentId', 'CommentBody', 'IsPublished'),
    },
    {
      ...{ object: 'EmailMessage', sync: 'case', create: true, edit: false, isExtra: true },
      fields: read('ParentId', 'Subject', 'TextBody', 'FromAddress', 'ToAddress', 'MessageDate', 'MessageIdentifier'),
    },
    {
      ...{ object: 'Task', sync: 'case', create: true, edit: false, isExtra: true },
      fields: read('WhoId', 'WhatId', 'Subject', 'Description', 'Status', 'ActivityDate'),
    },
  ];
}

/** The external id that is recommended, and what it is called on an account of a person. */
export const EXTERNAL_ID = 'Desk_Id__c';
export const EXTERNAL_ID_OF_PERSONS = 'Desk_Id__pc';

/** By object: which one the desk keeps it in. */
export const SYNCED = { company: 'Account', customer: 'Contact', case: 'Case' } as const satisfies Record<
  SyncObject,
  string
>;

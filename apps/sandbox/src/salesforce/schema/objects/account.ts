import { area, byItself, checkbox, email, field, phone, picklist, reference, text, type Field } from '../field.ts';
import { sfObject, type SfObject } from '../object.ts';
import { addressFields, deskId, isPersonAccount, masterRecordId, owner, recordTypeId, salutation } from '../shared.ts';

const person = { feature: 'person-accounts' } as const;

/** Companies; with person accounts on, people who are their own company too. */
export function account(): SfObject {
  return sfObject({
    name: 'Account',
    keyPrefix: '001',
    mergeable: true,
    feedEnabled: true,
    fields: [
      text('Name', 255, { label: 'Account Name', nillable: false, nameField: true }),
      recordTypeId(),
      masterRecordId('Account'),
      reference('ParentId', ['Account'], { label: 'Parent Account ID', childRelationship: 'ChildAccounts' }),
      phone('Phone'),
      phone('Fax'),
      field('Website', 'url', { length: 255 }),
      area('Description', 32_000),
      text('AccountNumber', 40),
      picklist('Type', ['Customer', 'Partner', 'Prospect', 'Other'], { label: 'Account Type' }),
      picklist('Industry', ['Food & Beverage', 'Hospitality', 'Retail', 'Technology', 'Other']),
      field('AnnualRevenue', 'currency', { precision: 18 }),
      field('NumberOfEmployees', 'int', { precision: 8 }),
      ...addressFields('Billing'),
      owner(),
      deskId(),
      ...customFields(),
      ...personFields(),
    ],
  });
}

function customFields(): Field[] {
  return [
    text('Tier__c', 40),
    picklist('Region__c', ['North', 'South', 'East', 'West'], { restricted: true }),
    checkbox('Key_Account__c'),
    field('Renewal__c', 'date'),
    field('Discount__c', 'percent', { precision: 5, scale: 2 }),
    field('Depot__c', 'location', { ...byItself, filterable: false }),
    text('Account_Code__c', 30, { autoNumber: true, nillable: false }),
  ];
}

function personFields(): Field[] {
  return [
    isPersonAccount(),
    { ...salutation(), ...person },
    text('FirstName', 40, person),
    text('LastName', 80, person),
    reference('PersonContactId', ['Contact'], { ...byItself, ...person, onDelete: 'keep' }),
    text('PersonTitle', 80, { label: 'Title', ...person }),
    email('PersonEmail', { label: 'Email', ...person }),
    phone('PersonMobilePhone', { label: 'Mobile', ...person }),
    phone('PersonHomePhone', { label: 'Home Phone', ...person }),
    phone('PersonOtherPhone', { label: 'Other Phone', ...person }),
  ];
}

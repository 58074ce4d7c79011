import { area, byItself, checkbox, email, field, phone, picklist, reference, text, type Field } from '../field.ts';
import { sfObject, type SfObject } from '../object.ts';
import { addressFields, deskId, isPersonAccount, masterRecordId, owner, salutation } from '../shared.ts';

/** People. */
export function contact(): SfObject {
  return sfObject({
    name: 'Contact',
    keyPrefix: '003',
    mergeable: true,
    feedEnabled: true,
    fields: [
      masterRecordId('Contact'),
      reference('AccountId', ['Account'], { childRelationship: 'Contacts', onDelete: 'cascade' }),
      text('LastName', 80, { nillable: false }),
      text('FirstName', 40),
      salutation(),
      text('Name', 121, { ...byItself, label: 'Full Name', nameField: true, nillable: false }),
      text('Title', 128),
      text('Department', 80),
      email('Email'),
      phone('Phone', { label: 'Business Phone' }),
      phone('MobilePhone'),
      phone('HomePhone'),
      phone('OtherPhone'),
      phone('Fax', { label: 'Business Fax' }),
      area('Description', 32_000),
      field('Birthdate', 'date'),
      checkbox('HasOptedOutOfEmail', { label: 'Email Opt Out' }),
      ...addressFields('Mailing'),
      owner(),
      deskId(),
      ...customFields(),
      isPersonAccount(),
    ],
  });
}

/** One of every type that Setup offers, so that a mapping screen has something to refuse. */
function customFields(): Field[] {
  return [
    text('Nickname__c', 60),
    picklist('Favourite_Roast__c', ['Light', 'Medium', 'Dark'], { restricted: true }),
    checkbox('Newsletter__c'),
    field('Member_Since__c', 'date'),
    field('Loyalty_Points__c', 'double', { precision: 8 }),
    field('Store_Credit__c', 'currency', { precision: 10, scale: 2 }),
    field('Last_Visit__c', 'datetime'),
    field('Opens_At__c', 'time'),
    field('Blog__c', 'url', { length: 255 }),
    email('Billing_Email__c'),
    phone('Messenger__c'),
    field('Interests__c', 'multipicklist', {
      length: 4099,
      choices: ['Brewing', 'Roasting', 'Travel'].map((value) => ({
        value,
        label: value,
        active: true,
        isDefault: false,
      })),
    }),
    area('Remarks__c', 255),
    area('Biography__c', 32_768),
    area('Profile__c', 32_768, { html: true }),
    field('Passport__c', 'encryptedstring', { length: 30, filterable: false }),
    reference('Barista__c', ['User'], { onDelete: 'keep' }),
    text('Card_Number__c', 30, { autoNumber: true, nillable: false }),
    text('Greeting__c', 1300, {
      formula: '"Dear " & FirstName',
      compute: (row) => `Dear ${String(row['FirstName'] ?? row['LastName'] ?? '')}`,
    }),
  ];
}

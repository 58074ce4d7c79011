import type { FirstLink, MappingRefusal, OnDeletion, SyncDirection, SyncObject } from '@bureau/contracts';
import { words } from '../../language/words.ts';

/** Objects as both sides call them. */
const objects: Record<SyncObject, string> = { company: 'Companies', customer: 'Customers', case: 'Cases' };
const one: Record<SyncObject, string> = { company: 'company', customer: 'customer', case: 'case' };
const there: Record<SyncObject, string> = { company: 'Accounts', customer: 'Contacts', case: 'Cases' };

const directions: Record<SyncDirection, string> = {
  both: 'Both ways',
  to_salesforce: 'To Salesforce',
  to_desk: 'To the desk',
  off: 'Not at all',
};

const firstLinks: Record<FirstLink, string> = { salesforce: 'Salesforce’s value', desk: 'The desk’s value' };

const deletions: Record<OnDeletion, string> = {
  keep: 'It stays alone on the other side',
  recreate: 'An edit on the other side makes it anew',
};

/** Why a field of Salesforce is not offered. */
const refusals: Record<MappingRefusal, string> = {
  'auto-number': 'Salesforce numbers it by itself.',
  formula: 'Salesforce calculates it.',
  'roll-up': 'Salesforce sums it up from other records.',
  lookup: 'It points to another record.',
  'master-detail': 'It points to the record that it belongs to.',
  currency: 'It is an amount of money.',
  number: 'It is a number.',
  percent: 'It is a percentage.',
  'date-time': 'It is a moment, not a day.',
  time: 'It is a time of day.',
  email: 'It is an e-mail address; those go across by themselves.',
  phone: 'It is a phone number; those go across by themselves.',
  url: 'It is an address on the web.',
  'text-area': 'It is a text of several lines.',
  'long-text-area': 'It is a long text.',
  'rich-text': 'It is a formatted text.',
  encrypted: 'It is encrypted.',
  geolocation: 'It is a place on the map.',
  address: 'It is a postal address.',
  'multi-select': 'It takes several values at once.',
  'compound-part': 'It is a part of another field.',
  'read-only': 'Nobody can write it.',
  system: 'Salesforce keeps it for itself.',
  'built-in': 'It goes across by itself already.',
  combobox: 'It takes a value of a list or any other.',
  base64: 'It is a file.',
  id: 'It is the id of the record.',
  unknown: 'The desk does not know its type.',
};

/** What is kept in step, and which fields belong together. */
export const objectWords = words('salesforce-objects', {
  title: 'What is kept in step',
  lead: 'Each object by itself: which way, which records, and which fields belong together.',
  caption: 'Objects that are kept in step',
  object: 'Object',
  objects,
  there,
  pair: (here: string, other: string) => `${here} ↔ ${other}`,
  direction: 'Direction',
  directions,
  which: 'Which records',
  allRecords: 'all',
  someRecords: 'those that meet conditions',
  setRecords: 'those that a rule or macro has set',
  creates: 'New records',
  createsBoth: 'made on either side',
  createsThere: 'made in Salesforce',
  createsHere: 'made at the desk',
  createsNone: 'made nowhere',
  back: 'Salesforce',
  failed: 'The settings could not be loaded.',
  safe: 'Nothing changed.',

  settings: {
    title: 'Settings',
    whichWay: 'Which way',
    whichWayHelp: 'Where both sides change the same field at the same time, Salesforce wins and the conflict is noted.',
    toSalesforce: 'To Salesforce',
    toDesk: 'To the desk',
    createInSalesforce: (object: SyncObject) => `Make a new ${one[object]} of the desk in Salesforce`,
    updateInSalesforce: 'Send what is changed at the desk',
    createInDesk: (object: SyncObject) => `Make a new record of Salesforce a ${one[object]} of the desk`,
    updateInDesk: 'Fetch what is changed in Salesforce',
    onlyWhenSet: 'Only what a rule or macro has set to be synced begins to go to Salesforce',
    onlyWhenSetHelp: 'By the action “Sync to Salesforce”. What is linked already goes on.',
    conditions: 'Only records that meet these conditions',
    conditionsHelp: 'None: all of them. Who stops meeting them stays linked, and nothing of it goes across.',
    recordType: 'Record type of new records',
    userDefault: 'The default of the user',
    firstLink: 'Where both have a value when they are linked first, counts',
    onDeletion: 'What is deleted on one side',
    onDeletionHelp: 'Nothing is ever deleted on the other side.',
    choicesFailed: 'What Salesforce offers here could not be loaded.',
  },

  mappings: {
    title: 'Fields',
    lead: 'The standard fields belong together without your doing. Pair fields of your own beside them.',
    failed: 'The fields could not be loaded.',
    standard: 'Standard fields',
    own: 'Fields of your own',
    deskField: 'Desk',
    salesforceField: 'Salesforce',
    way: 'Direction',
    state: 'State',
    deeds: 'Actions',
    works: 'Works',
    off: 'Off',
    nothing: 'No fields of your own are paired yet.',
    noDeskFields: 'There are no fields of your own that could be paired. Add one under Custom fields.',
    add: 'Pair fields',
    turnOn: 'Turn on',
    turnOff: 'Turn off',
    remove: 'Delete',
    values: 'Values…',
    more: (name: string) => `More about ${name}`,
    removed: (name: string) => `${name} goes across no longer. The values on both sides stay.`,
    saved: 'Saved.',
    notSaved: 'That could not be saved.',
    added: (desk: string, salesforce: string) => `${desk} and ${salesforce} belong together now.`,
  },

  add: {
    title: 'Pair a field of the desk with one of Salesforce',
    desk: 'Field of the desk',
    salesforce: 'Field of Salesforce',
    choose: 'Choose a field',
    matching: (type: string) => `Only fields of the type ${type} match.`,
    none: 'No field of Salesforce has the matching type.',
    refused: (count: number) => (count === 1 ? 'One field is not offered' : `${count} fields are not offered`),
    otherType: (type: string) => `It is of the type ${type}.`,
    direction: 'Direction',
    confirm: 'Pair',
    cancel: 'Cancel',
    types: { text: 'Text', list: 'Picklist', boolean: 'Checkbox', date: 'Date' },
  },

  values: {
    title: (desk: string, salesforce: string) => `Values of ${desk} and ${salesforce}`,
    lead: 'A value without a partner does not go across; it is noted as an error of this field alone.',
    desk: 'Desk',
    salesforce: 'Salesforce',
    none: 'no partner',
    partnerOf: (value: string) => `Partner of ${value}`,
    save: 'Save',
    cancel: 'Cancel',
  },

  displayed: {
    title: 'Shown beside a case',
    lead: 'Fields of any type that people see of the linked record.',
    field: 'Add a field',
  },
  refusals,
  firstLinks,
  deletions,
});

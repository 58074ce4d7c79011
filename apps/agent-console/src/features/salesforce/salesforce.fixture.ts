import type {
  MappingsOfObject,
  ObjectSettings,
  Preflight,
  SalesforceConnection,
  SalesforceSetup,
} from '@bureau/contracts';

/** An organisation as it is after it was connected. */
export const larkspur: SalesforceConnection = {
  id: 1,
  organisation: { id: '00DSB0000000001MAA', name: 'Larkspur Coffee', edition: 'Enterprise Edition', isSandbox: false },
  user: { id: '005SB0000000001MAA', name: 'Integration', username: 'integration@larkspur.example' },
  ...{ instanceUrl: 'https://larkspur.my.salesforce.com', loginUrl: 'https://login.salesforce.com' },
  ...{ signedInBy: 'person', state: 'ok', stateReason: '', enabled: false, enabledAt: null, pausedAt: null },
  ...{ personAccounts: false, externalIds: { company: 'Desk_Id__c', customer: 'Desk_Id__c', case: null } },
  budget: { used: 1_042, limit: 100_000, at: '2026-11-20T10:00:00.000Z' },
  ...{ connectedAt: '2026-11-20T09:00:00.000Z', connectedBy: { id: 1, name: 'Ada' } },
};

export const setup: SalesforceSetup = {
  ...{ configured: true, callbackUrl: 'https://desk.example/salesforce/callback' },
  ...{ loginUrl: 'https://login.salesforce.com', keyUsername: null, connection: null, linkedTo: null },
};

export const preflight: Preflight = {
  at: '2026-11-20T09:01:00.000Z',
  passed: false,
  checks: [
    {
      ...{ id: 'field:Account.Fax:edit', topic: 'field', object: 'company', verdict: 'missing' },
      subject: 'Account: Fax',
      todo: {
        what: 'Let the user edit Fax of Account.',
        lightning: ['Setup', 'Object Manager', 'Account', 'Fields & Relationships', 'Fax'],
        classic: ['Setup', 'Customize', 'Accounts', 'Fields', 'Fax'],
      },
    },
    {
      ...{ id: 'field:Contact.Email:edit', topic: 'field', object: 'customer', verdict: 'ok' },
      subject: 'Contact: Email',
      todo: null,
    },
  ],
};

export function settingsOf(object: ObjectSettings['object']): ObjectSettings {
  return {
    ...{ object, direction: 'both', createInSalesforce: true, updateInSalesforce: true },
    ...{ createInDesk: true, updateInDesk: true, onlyWhenSet: false, recordTypeId: null },
    ...{ conditionsToSalesforce: { match: 'all', conditions: [] }, conditionsToDesk: { match: 'all', conditions: [] } },
    ...{ firstLink: 'salesforce', onDeletion: 'keep' },
  };
}

const aField = {
  ...{ setUpType: 'Text', goesWith: null, refusal: null, ways: ['both', 'to_salesforce', 'to_desk'] },
  ...{ length: 80, values: [], restricted: false },
} satisfies Partial<MappingsOfObject['salesforceFields'][number]>;

export const mappings: MappingsOfObject = {
  salesforceObject: { name: 'Contact', label: 'Contact' },
  standard: [
    {
      ...{ object: 'customer', deskField: 'title', deskLabel: 'Title', salesforceField: 'Title' },
      ...{ salesforceLabel: 'Title', direction: 'both', problem: '' },
    },
  ],
  mappings: [
    {
      ...{ id: 7, object: 'customer', deskField: 'custom.tier', deskLabel: 'Tier', salesforceField: 'Level__c' },
      ...{ salesforceLabel: 'Level', type: 'list', direction: 'both', enabled: true, problem: '' },
      values: [{ desk: 'Gold', salesforce: 'gold' }],
    },
  ],
  deskFields: [
    { key: 'custom.region', label: 'Region', type: 'text', choices: [] },
    { key: 'custom.tier', label: 'Tier', type: 'list', choices: ['Gold', 'Silver'] },
  ],
  salesforceFields: [
    { ...aField, name: 'Region__c', label: 'Sales region', type: 'string', goesWith: 'text' },
    {
      ...{ ...aField, name: 'Level__c', label: 'Level', type: 'picklist', setUpType: 'Picklist', goesWith: 'list' },
      values: [
        { value: 'gold', label: 'Gold', active: true },
        { value: 'silver', label: 'Silver', active: true },
      ],
    },
    { ...aField, name: 'Discount__c', label: 'Discount', type: 'percent', setUpType: 'Percent', refusal: 'percent' },
  ],
  displayed: ['Discount__c'],
};

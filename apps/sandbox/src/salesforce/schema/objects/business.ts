import { area, byItself, checkbox, field, picklist, reference, text } from '../field.ts';
import { sfObject, type SfObject } from '../object.ts';
import { owner } from '../shared.ts';

export const STAGES = ['Prospecting', 'Proposal', 'Negotiation', 'Closed Won', 'Closed Lost'];

/** What an organisation has besides: deals, and a kind of its own. */
export function businessObjects(): SfObject[] {
  return [opportunity(), machine()];
}

function opportunity(): SfObject {
  return sfObject({
    name: 'Opportunity',
    keyPrefix: '006',
    feedEnabled: true,
    fields: [
      reference('AccountId', ['Account'], { childRelationship: 'Opportunities', onDelete: 'cascade' }),
      text('Name', 120, { nillable: false, nameField: true }),
      area('Description', 32_000),
      picklist('StageName', STAGES, { nillable: false, label: 'Stage' }),
      field('Amount', 'currency', { precision: 18, scale: 2 }),
      field('Probability', 'percent', { precision: 3 }),
      field('CloseDate', 'date', { nillable: false }),
      checkbox('IsClosed', { ...byItself, compute: (row) => String(row['StageName']).startsWith('Closed') }),
      checkbox('IsWon', { ...byItself, compute: (row) => row['StageName'] === 'Closed Won' }),
      picklist('LeadSource', ['Web', 'Phone', 'Trade show', 'Other']),
      owner(),
    ],
  });
}

function machine(): SfObject {
  return sfObject({
    name: 'Machine__c',
    label: 'Machine',
    labelPlural: 'Machines',
    keyPrefix: 'a01',
    fields: [
      text('Name', 80, { label: 'Machine Name', nameField: true, nillable: false }),
      reference('Account__c', ['Account'], { childRelationship: 'Machines__r' }),
      reference('Contact__c', ['Contact'], { childRelationship: 'Machines__r' }),
      text('Serial__c', 40, { unique: true, externalId: true }),
      picklist('Model__c', ['Lark One', 'Lark Pro', 'Spur Grinder'], { restricted: true }),
      picklist('Condition__c', ['New', 'Used', 'Refurbished']),
      field('Price__c', 'currency', { precision: 10, scale: 2 }),
      field('Bought_On__c', 'date'),
      field('Last_Service__c', 'datetime'),
      checkbox('Under_Warranty__c'),
      owner(),
    ],
  });
}

import { area, byItself, checkbox, email, field, phone, picklist, reference, text } from '../field.ts';
import { sfObject, type SfObject } from '../object.ts';
import { deskId, masterRecordId, owner, recordTypeId } from '../shared.ts';

/** What customers want. */
export function caseObject(): SfObject {
  return sfObject({
    name: 'Case',
    keyPrefix: '500',
    mergeable: true,
    feedEnabled: true,
    fields: [
      masterRecordId('Case'),
      text('CaseNumber', 30, { autoNumber: true, nameField: true, nillable: false }),
      reference('ContactId', ['Contact'], { childRelationship: 'Cases', onDelete: 'restrict' }),
      reference('AccountId', ['Account'], { childRelationship: 'Cases', onDelete: 'restrict' }),
      reference('ParentId', ['Case'], { label: 'Parent Case ID', childRelationship: 'Cases' }),
      recordTypeId(),
      email('SuppliedEmail', { label: 'Email Address' }),
      text('SuppliedName', 80, { label: 'Name' }),
      text('SuppliedPhone', 40, { label: 'Phone' }),
      text('SuppliedCompany', 80, { label: 'Company' }),
      picklist('Type', ['Question', 'Problem', 'Return', 'Order'], { label: 'Case Type' }),
      picklist('Status', ['*New', 'Open', 'Pending', 'Resolved', 'Closed']),
      picklist('Reason', ['Damaged', 'Late', 'Wrong item', 'Other'], { label: 'Case Reason' }),
      picklist('Origin', ['Email', 'Phone', 'Web', 'Chat', 'X', 'Facebook'], { label: 'Case Origin' }),
      text('Subject', 255),
      picklist('Priority', ['High', '*Medium', 'Low']),
      area('Description', 32_000),
      checkbox('IsClosed', { ...byItself, label: 'Closed' }),
      field('ClosedDate', 'datetime', byItself),
      checkbox('IsEscalated', { label: 'Escalated' }),
      owner({ queues: true }),
      phone('ContactPhone', { ...byItself, compute: (row, look) => look(row['ContactId'])?.['Phone'] ?? null }),
      email('ContactEmail', { ...byItself, compute: (row, look) => look(row['ContactId'])?.['Email'] ?? null }),
      deskId(),
      text('Machine_Serial__c', 40),
      picklist('Root_Cause__c', ['Grinder', 'Pump', 'Shipping', 'Unknown'], { restricted: true }),
      checkbox('Under_Warranty__c'),
      field('Bought_On__c', 'date'),
      reference('Machine__c', ['Machine__c'], { childRelationship: 'Cases__r' }),
      field('Refund__c', 'currency', { precision: 10, scale: 2 }),
    ],
  });
}

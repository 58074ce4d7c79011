import { byItself, checkbox, field, phone, reference, text, area, picklist, type Field } from './field.ts';

/** Where a desk writes the id of its own record, so that no lost answer makes a second one. */
export const deskId = (): Field =>
  text('Desk_Id__c', 36, { label: 'Desk ID', unique: true, externalId: true, feature: 'external-ids' });

export const owner = (given: { queues?: boolean } = {}): Field =>
  reference('OwnerId', given.queues ? ['Group', 'User'] : ['User'], { nillable: false, onDelete: 'keep' });

export const recordTypeId = (): Field => reference('RecordTypeId', ['RecordType'], { onDelete: 'keep' });

/** The winner of a merge, on the record that lost it. */
export const masterRecordId = (object: string): Field =>
  reference('MasterRecordId', [object], { ...byItself, onDelete: 'keep' });

/** An address and the five fields that it is made of. */
export function addressFields(prefix: string): Field[] {
  const compound = `${prefix}Address`;
  return [
    area(`${prefix}Street`, 255, { compound }),
    text(`${prefix}City`, 40, { compound }),
    text(`${prefix}State`, 80, { compound }),
    text(`${prefix}PostalCode`, 20, { compound }),
    text(`${prefix}Country`, 80, { compound }),
    field(compound, 'address', { ...byItself, filterable: false }),
  ];
}

export const isPersonAccount = (): Field => checkbox('IsPersonAccount', { ...byItself, feature: 'person-accounts' });

export const salutation = (): Field =>
  picklist('Salutation', ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.', 'Mx.'], { length: 40 });

export const phones = (names: string[]): Field[] => names.map((name) => phone(name));

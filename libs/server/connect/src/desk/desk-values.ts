import {
  CUSTOM_PREFIX,
  firstEmail,
  firstPhone,
  type DeskRecord as DeskValues,
  type DeskValue,
  type FieldPair,
} from '@bureau/domain';
import { ContactType, type CustomFieldValues, type SyncObject } from '@bureau/contracts';
import type { DeskCase, DeskRecord } from './desk-record.queries.ts';

/** The ids in Salesforce of the records that one points to; null: it points to none; undefined: to one without an id. */
export interface LinkedParents {
  customer: string | null | undefined;
  company: string | null | undefined;
}

/** Records that one points to, by their ids at the desk. */
export function parentsOf(record: DeskRecord): { object: SyncObject; deskId: number }[] {
  const company = 'companyId' in record && record.companyId !== null ? record.companyId : null;
  return [
    ...(record.object === 'case' ? [{ object: 'customer' as const, deskId: record.customerId }] : []),
    ...(company === null ? [] : [{ object: 'company' as const, deskId: company }]),
  ];
}

/** A record by the desk's names of its fields. `knownDescription`: both sides have agreed that there is none. */
export function deskValues(
  record: DeskRecord,
  parents: LinkedParents,
  { pairs, knownDescription }: { pairs: readonly FieldPair[]; knownDescription: boolean },
): DeskValues {
  return { ...plainValues(record, parents, knownDescription), ...customValues(record.customFields, pairs) };
}

function plainValues(record: DeskRecord, parents: LinkedParents, knownDescription: boolean): DeskValues {
  switch (record.object) {
    case 'company':
      return { name: record.name };
    case 'customer': {
      const phones = ContactType.options.map((type) => [`phone.${type}`, firstPhone(record, type)]);
      const { firstName, lastName, title, background } = record;
      return {
        ...{ firstName, lastName, title, description: background, email: firstEmail(record) },
        ...Object.fromEntries(phones),
        company: parents.company,
      };
    }
    case 'case':
      return { ...caseValues(record, knownDescription), ...parents };
  }
}

/** A case that nobody has described is described by its first message, until Salesforce says otherwise. */
function caseValues(record: DeskCase, knownDescription: boolean): DeskValues {
  const { subject, status, priority, channel, firstText } = record;
  const description = record.description === '' && !knownDescription ? firstText : record.description;
  return { subject, status, priority, channel, description };
}

/** A field without a value is empty, not unknown. */
function customValues(customFields: CustomFieldValues, pairs: readonly FieldPair[]): Record<string, DeskValue> {
  const custom = pairs.filter(({ deskField }) => deskField.startsWith(CUSTOM_PREFIX));
  return Object.fromEntries(
    custom.map(({ deskField }) => [deskField, customFields[deskField.slice(CUSTOM_PREFIX.length)] ?? null]),
  );
}

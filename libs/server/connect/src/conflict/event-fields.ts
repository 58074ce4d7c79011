import { CUSTOM_PREFIX } from '@bureau/domain';

const FIELDS = new Map([
  ['email', ['emails', 'address']],
  ['description', ['description', 'background']],
  ['company', ['companyId']],
  ['customer', ['customerId']],
]);

/** What the history of the desk calls a field of the sync. */
export function eventFieldsOf(field: string): readonly string[] {
  if (field.startsWith('phone.')) return ['phoneNumbers'];
  if (field.startsWith(CUSTOM_PREFIX)) return [`customFields.${field.slice(CUSTOM_PREFIX.length)}`];
  return FIELDS.get(field) ?? [field];
}

import { CUSTOM_PREFIX } from '@bureau/domain';

const FIELDS = new Map([
  ['emails', 'email'],
  ['address', 'email'],
  ['background', 'description'],
  ['companyId', 'company'],
  ['customerId', 'customer'],
]);

/** The desk's name of the field that an error of a verb is about, by the error's path. */
export function fieldOfPath(path: string): string {
  const [first = '', second = ''] = path.split('.');
  return first === 'customFields' ? `${CUSTOM_PREFIX}${second}` : (FIELDS.get(first) ?? first);
}

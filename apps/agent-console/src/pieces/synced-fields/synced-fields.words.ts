import { words } from '../../language/words.ts';

const names: Readonly<Record<string, string>> = {
  name: 'Name',
  firstName: 'First name',
  lastName: 'Last name',
  title: 'Title',
  email: 'E-mail',
  'phone.work': 'Phone (work)',
  'phone.home': 'Phone (home)',
  'phone.mobile': 'Phone (mobile)',
  'phone.other': 'Phone (other)',
  description: 'Description',
  company: 'Company',
  subject: 'Subject',
  status: 'Status',
  priority: 'Priority',
  channel: 'Channel',
  customer: 'Customer',
};

/** The fields that are kept in step with Salesforce by themselves. */
export const syncedFieldWords = words('synced-fields', names);

/** What people call a field that is kept in step; custom fields are called as administrators named them. */
export function nameOfField(field: string, label: string = field): string {
  return (Object.hasOwn(syncedFieldWords, field) && syncedFieldWords[field]) || label;
}

/** What the desk calls, in English, the fields that are kept in step with Salesforce by themselves. */
export const STANDARD_FIELD_LABELS: Readonly<Record<string, string>> = {
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

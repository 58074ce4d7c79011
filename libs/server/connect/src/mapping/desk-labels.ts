/** What the desk calls the fields that are kept in step by themselves. */
export const STANDARD_LABELS: Readonly<Record<string, string>> = {
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

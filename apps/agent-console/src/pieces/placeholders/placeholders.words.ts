import { words } from '../../language/words.ts';

/** What placeholders stand for, by their names. */
const names: Record<string, string | undefined> = {
  message: 'What the agent wrote',
  signature: 'The signature, below its line',
  history: 'What is answered or forwarded',
  'customer.name': 'Name of the customer',
  'customer.first_name': 'First name',
  'customer.last_name': 'Last name',
  'customer.email': 'E-mail address',
  'customer.title': 'Position',
  'company.name': 'Company of the customer',
  'case.id': 'Number of the case',
  'case.subject': 'Subject',
  'case.status': 'Status',
  'case.priority': 'Priority',
  'case.labels': 'Labels',
  'case.channel': 'Channel',
  'case.user.name_public': 'Who is in charge',
  'case.group.name': 'Group in charge',
  'current_user.name_public': 'Who writes, as customers know them',
  'current_user.name': 'Who writes, as colleagues know them',
  'current_user.signature': 'The writer’s own signature',
  'brand.name': 'Name of the brand',
  'site.company_name': 'Name of your company',
};

/** What the field for texts with placeholders says. */
export const placeholdersWords = words('placeholders', {
  names,
  insert: 'Insert a placeholder',
  groups: {
    blocks: 'Parts of the mail',
    customer: 'Customer',
    company: 'Company',
    case: 'Case',
    current_user: 'Who writes',
    brand: 'Brand',
    site: 'Company',
    fields: 'Custom fields',
  },
  defaultHint: 'If there is none: {{customer.first_name | default: "there"}}',
  bold: 'Bold',
  italic: 'Italic',
  link: 'Link',
  linkWords: 'words of the link',
});

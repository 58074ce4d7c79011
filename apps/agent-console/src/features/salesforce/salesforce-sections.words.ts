import type { PaneMatch } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const equals: Record<PaneMatch['equals'], string> = {
  account: 'the linked account',
  contact: 'the linked contact',
  case: 'the linked case',
  email: 'the customer’s e-mail address',
  'company-name': 'the name of the company',
};

/** What people see of Salesforce beside a case. */
export const sectionWords = words('salesforce-sections', {
  title: 'Pane',
  lead: 'What people see of Salesforce beside a case: section by section, any object with chosen fields, and for whom.',
  failed: 'The sections could not be loaded.',
  empty: 'The pane shows nothing. Add a section.',
  caption: 'Sections of the pane',
  section: 'Section',
  object: 'Object',
  fields: 'Fields',
  seenBy: 'Seen by',
  everyRole: 'every role that sees Salesforce',
  add: 'Add a section',
  change: (label: string) => `Section ${label}`,
  label: 'Title',
  chooseObject: 'Choose an object',
  fieldsHelp: 'In this order. Fields of any type, also of records that it points to.',
  addField: 'Add a field',
  matchField: 'Records whose field',
  matchEquals: 'is',
  equals,
  limit: 'At most',
  limitHelp: 'Records, 1 to 20; the latest first.',
  roles: 'Only for these roles',
  rolesHelp: 'None: for every role that may see Salesforce.',
  choicesFailed: 'What the organisation has could not be loaded.',
  save: 'Save',
  cancel: 'Cancel',
  delete: 'Delete',
  saved: 'The pane shows it now.',
  deleted: (label: string) => `${label} is not shown any more.`,
  notDeleted: 'The section could not be deleted.',
  notBroughtBack: 'The section could not be brought back.',
});

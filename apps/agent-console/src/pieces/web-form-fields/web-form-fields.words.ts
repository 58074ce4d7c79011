import { words } from '../../language/words.ts';

/** What the e-mail form of a brand asks for besides the usual. */
export const webFormWords = words('web-form-fields', {
  title: 'The form «Write to us»',
  lead: 'It always asks for name, address, subject and message, and takes up to five files. Ask for more only what you need to answer: every field costs questions.',
  none: 'There are no custom fields of cases yet.',
  failed: 'What the form asks for could not be loaded.',
  safe: 'The form stays as it is.',
  no: 'Not asked',
  optional: 'May be filled',
  required: 'Must be filled',
  saved: 'The form asks for this from now on.',
  refused: 'Not saved.',
});

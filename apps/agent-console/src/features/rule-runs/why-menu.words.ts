import { words } from '../../language/words.ts';

/** The entry that asks; what is answered comes with the dialog. */
export const whyMenuWords = words('why-menu', {
  menu: 'Why? (rules)',
  section: 'Case',
  description: 'Ask why rules did something, or did not',
});

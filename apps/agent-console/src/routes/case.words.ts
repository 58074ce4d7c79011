import { words } from '../language/words.ts';

/** What the page of a case says between its features. */
export const caseWords = words('case-page', {
  menu: 'More for this case',
  menuShortcut: 'More for this case',
  section: 'Case',
  closeTab: 'Close the tab',
  context: 'Customer and case',
  account: 'Our account that was written to',
});

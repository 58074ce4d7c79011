import type { caseWords } from './case.words.ts';

export const caseGerman: typeof caseWords = {
  menu: 'Mehr zu diesem Fall',
  menuShortcut: 'Mehr zu diesem Fall',
  section: 'Fall',
  closeTab: 'Reiter schließen',
  context: 'Kunde und Fall',
  account: 'Unser Konto, an das geschrieben wurde',
};

import type { macroButtonWords } from './macro-button.words.ts';

export const macroButtonGerman: typeof macroButtonWords = {
  section: 'Makros',
  caseSection: 'Fall',
  apply: 'Ein Makro anwenden',
  keywords: 'Makro Textbaustein Vorlage Antwort',
};

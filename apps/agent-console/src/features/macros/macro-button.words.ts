import { words } from '../../language/words.ts';

/** How macros are called where they are opened from. */
export const macroButtonWords = words('macro-button', {
  section: 'Macros',
  caseSection: 'Case',
  apply: 'Apply a macro',
  keywords: 'macro text template canned reply',
});

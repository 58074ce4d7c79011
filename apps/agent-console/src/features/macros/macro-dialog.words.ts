import { formatNumber } from '../../language/format.ts';
import { words } from '../../language/words.ts';

/** What is said where macros are chosen for a case. */
export const macroDialogWords = words('macro-dialog', {
  title: 'Apply a macro',
  field: 'Find a macro',
  results: 'Macros',
  often: 'You use these most',
  top: 'In no folder',
  found: 'Found',
  nothing: 'No macro fits.',
  none: 'There is no macro yet. Write one for yourself: words and changes that you need again and again.',
  write: 'Write a macro',
  manage: 'Manage macros',
  loading: 'Looking for macros…',
  failed: 'The macros could not be loaded.',
  safe: 'Nothing was changed.',
  used: (times: number) => (times === 1 ? 'once' : `${formatNumber(times)} times`),
  usedTitle: 'Applied by you in the last 30 days',
  together: (count: number) => `${formatNumber(count)} together`,
  apply: 'Apply',
  hints: { move: 'move', apply: 'apply', add: 'add several', close: 'close' },
  added: (name: string) => `${name} is added.`,
  removed: (name: string) => `${name} is left out.`,
});

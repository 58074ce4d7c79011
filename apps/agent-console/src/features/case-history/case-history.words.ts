import { words } from '../../language/words.ts';

/** The history of a case, write by write. */
export const historyWords = words('case-history', {
  menu: 'History',
  title: (caseId: number) => `History of #${caseId}`,
  lead: 'Every change that was ever made here: who, when, in what context.',
  failed: 'The history could not be loaded.',
  safe: 'The case is safe.',
  none: 'Nothing has happened yet.',
  more: 'Show more',
  why: 'Why?',
  whyOf: (sentence: string) => `Why? ${sentence}`,
  close: 'Close',
  context: {
    bulk: (id: number) => `Part of bulk change ${id}`,
    merge: 'Part of a merge',
    split: 'Part of a split',
    undo: 'Takes an earlier change back',
  },
  shortcuts: { section: 'Case', history: 'Show the history' },
});

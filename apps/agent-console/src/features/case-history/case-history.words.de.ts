import type { historyWords } from './case-history.words.ts';

export const historyGerman: typeof historyWords = {
  menu: 'Verlauf',
  title: (caseId) => `Verlauf von #${caseId}`,
  lead: 'Jede Änderung, die hier je gemacht wurde: wer, wann, in welchem Zusammenhang.',
  failed: 'Der Verlauf konnte nicht geladen werden.',
  safe: 'Der Fall ist sicher.',
  none: 'Noch ist nichts geschehen.',
  more: 'Mehr zeigen',
  why: 'Warum?',
  whyOf: (sentence) => `Warum? ${sentence}`,
  close: 'Schließen',
  context: {
    bulk: (id) => `Teil der Sammeländerung ${id}`,
    merge: 'Teil einer Zusammenführung',
    split: 'Teil einer Aufteilung',
    undo: 'Nimmt eine frühere Änderung zurück',
  },
  shortcuts: { section: 'Fall', history: 'Verlauf zeigen' },
};

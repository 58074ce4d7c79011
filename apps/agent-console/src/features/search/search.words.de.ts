import { formatList } from '../../language/format.ts';
import type { searchWords } from './search.words.ts';

/** What is written before the colon is the desk's own and the same in every language. */
const operators: typeof searchWords.operators = [
  { example: 'from:ana@cafe.example', does: 'von dieser Adresse geschrieben' },
  { example: 'customer:ferreira', does: 'eines Kunden, der so heißt' },
  { example: 'company:larkspur', does: 'einer Firma' },
  { example: 'assigned:me', does: 'mir zugewiesen, jemandem aus dem Team (Name) oder niemandem (nobody)' },
  { example: 'status:open', does: 'new, open, pending, resolved oder closed' },
  { example: 'label:refund', does: 'mit einem Etikett' },
  { example: 'has:attachment', does: 'mit einer Datei' },
  { example: 'before:2026-01-01', does: 'vor einem Tag begonnen; auch after:' },
  { example: '"drip tray"', does: 'diese Wörter, eines nach dem anderen' },
  { example: '-invoice', does: 'ohne dieses Wort' },
  { example: '#1042', does: 'der Fall mit dieser Nummer' },
];

export const searchGerman: typeof searchWords = {
  recent: 'Zuletzt gesucht',
  heading: 'Suche',
  title: (q) => (q === '' ? 'Suche' : `${q} · Suche`),
  field: 'Fälle suchen',
  close: 'Suche schließen',
  results: (q) => `Gefunden für ${q}`,
  found: (count, more) => (more ? `${count}+ Fälle` : count === 1 ? '1 Fall' : `${count} Fälle`),
  nothing: (q) => `Kein Fall enthält „${q}“. Weniger Wörter oder der Anfang eines Wortes finden mehr.`,
  failed: 'Die Suche hat nicht geantwortet.',
  safe: 'Ihre Wörter stehen noch oben.',
  similar: 'Meinten Sie',
  operatorsTitle: 'Eingrenzen',
  operators,
  inNote: 'Interne Notiz',
  asFilter: {
    make: 'Neuer Filter aus dieser Suche',
    inSubject: (texts) => `Ein Filter sucht Wörter nur im Betreff: ${formatList(texts)}.`,
    left: (parts) => `Danach kann ein Filter nicht fragen, es fehlt deshalb: ${formatList(parts)}.`,
  },
  more: 'Mehr zeigen',
  noSubject: '(kein Betreff)',
  shortcuts: { section: 'Liste', search: 'Suchen' },
};

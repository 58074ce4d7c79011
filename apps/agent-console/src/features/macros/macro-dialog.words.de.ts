import { formatNumber } from '../../language/format.ts';
import type { macroDialogWords } from './macro-dialog.words.ts';

export const macroDialogGerman: typeof macroDialogWords = {
  title: 'Ein Makro anwenden',
  field: 'Makro suchen',
  results: 'Makros',
  often: 'Von Ihnen am häufigsten verwendet',
  top: 'In keinem Ordner',
  found: 'Gefunden',
  nothing: 'Kein Makro passt.',
  none: 'Es gibt noch kein Makro. Schreiben Sie sich eines: Worte und Änderungen, die Sie immer wieder brauchen.',
  write: 'Makro schreiben',
  manage: 'Makros verwalten',
  loading: 'Makros werden gesucht…',
  failed: 'Die Makros konnten nicht geladen werden.',
  safe: 'Es wurde nichts geändert.',
  used: (times) => (times === 1 ? 'einmal' : `${formatNumber(times)}-mal`),
  usedTitle: 'Von Ihnen in den letzten 30 Tagen angewendet',
  together: (count) => `${formatNumber(count)} zusammen`,
  apply: 'Anwenden',
  hints: { move: 'wählen', apply: 'anwenden', add: 'mehrere', close: 'schließen' },
  added: (name) => `${name} ist dabei.`,
  removed: (name) => `${name} ist nicht mehr dabei.`,
};

import type { paletteWords } from './palette.words.ts';

export const paletteGerman: typeof paletteWords = {
  section: 'Überall',
  title: 'Befehlspalette',
  field: 'Befehl, Fall oder Kunde …',
  results: 'Befehle und Orte',
  recent: 'Zuletzt',
  cases: 'Fälle',
  customers: 'Kunden',
  searchGroup: 'Suche',
  search: (q) => `Alle Fälle nach „${q}“ durchsuchen`,
  caseNumber: (id) => `Fall #${id}`,
  noSubject: '(ohne Betreff)',
  noName: '(ohne Namen)',
  nothing: 'Dazu passt kein Fall und kein Kunde.',
  looking: 'Wird gesucht …',
  failed: 'Die Fälle konnten nicht durchsucht werden.',
  offline: 'Der Server ist nicht erreichbar; Befehle gehen trotzdem.',
  retry: 'Erneut versuchen',
  found: (count) => (count === 1 ? '1 Eintrag' : `${count} Einträge`),
  hints: { move: 'bewegen', choose: 'wählen', close: 'schließen' },
};

import type { formWords } from './form.words.ts';

export const formGerman: typeof formWords = {
  save: 'Speichern',
  discard: 'Änderungen verwerfen',
  changed: 'Noch nicht gespeichert.',
  saved: 'Gespeichert.',
  wrong: (count) =>
    count === 1 ? 'Ein Feld braucht Ihre Aufmerksamkeit.' : `${count} Felder brauchen Ihre Aufmerksamkeit.`,
  offline:
    'Bureau ist nicht erreichbar. Nichts wurde gespeichert; Ihre Eingaben sind noch da. Versuchen Sie es erneut.',
  conflict:
    'Jemand anderes hat dies gleichzeitig geändert. Sehen Sie sich den neuen Stand an und speichern Sie dann erneut.',
  showTheirs: 'Neuen Stand zeigen',
  leave: {
    title: 'Verlassen, ohne zu speichern?',
    losses: ['Ihre Änderungen auf dieser Seite'],
    confirm: 'Verlassen',
  },
};

import type { labelsWords } from './labels.words.ts';

export const labelsGerman: typeof labelsWords = {
  title: 'Etiketten',
  lead: 'Kurze Wörter an Fällen, später auch an Makros und Artikeln. Filter und Auswertungen richten sich danach.',
  add: 'Etikett hinzufügen',
  back: 'Etiketten',
  caption: 'Etiketten in der Reihenfolge, in der sie angeboten werden',
  name: 'Name',
  nameHelp: 'Groß- und Kleinschreibung ergeben verschiedene Etiketten.',
  description: 'Beschreibung',
  descriptionHelp: 'Wann man es verwendet; sichtbar beim Auswählen.',
  color: 'Farbe',
  types: 'Für',
  typesHelp: 'Wofür es angeboten wird.',
  type: { case: 'Fälle', macro: 'Makros', article: 'Artikel', company: 'Firmen', customer: 'Kunden' },
  colors: {
    default: 'Graublau',
    blue: 'Blau',
    teal: 'Petrol',
    green: 'Grün',
    yellow: 'Gelb',
    orange: 'Orange',
    red: 'Rot',
    pink: 'Rosa',
    purple: 'Violett',
    brown: 'Braun',
    black: 'Schwarz',
    grey: 'Grau',
    white: 'Weiß',
  },
  state: 'Zustand',
  enabled: 'Angeboten',
  disabled: 'Nicht angeboten',
  enabledHelp: 'Ein nicht angebotenes Etikett bleibt, wo es ist, und lässt sich weiter suchen.',
  offer: 'Dieses Etikett anbieten',
  uses: 'Fälle',
  usesOf: (count, more) => (more ? `${count}+` : count),
  changed: 'Geändert',
  create: 'Etikett hinzufügen',
  cancel: 'Abbrechen',
  delete: 'Etikett löschen',
  deleteTitle: (name) => `Das Etikett „${name}“ löschen?`,
  losses: {
    label: 'Das Etikett selbst, überall sofort',
    cases: (count) =>
      count === 1
        ? 'Seine Spur an 1 Fall; der Verlauf behält sie'
        : `Seine Spur an ${count} Fällen; der Verlauf behält sie`,
    filters: (count) => (count === 1 ? 'Wonach 1 Filter fragt' : `Wonach ${count} Filter fragen`),
  },
  deleted: (name) => `„${name}“ ist gelöscht; die Fälle verlieren es innerhalb von Minuten.`,
  merging: {
    open: 'Zusammenführen mit …',
    title: (name) => `Das Etikett „${name}“ mit einem anderen zusammenführen`,
    into: 'Mit welchem Etikett',
    preview: (name, cases, filters) => {
      const moved = `${cases === 1 ? '1 Fall erhält' : `${cases} Fälle erhalten`} stattdessen „${name}“`;
      return filters === 0
        ? `${moved}.`
        : `${moved}, und ${filters === 1 ? '1 Filter fragt' : `${filters} Filter fragen`} danach.`;
    },
    forGood: (name) =>
      `„${name}“ gibt es danach nicht mehr; nur der Verlauf jedes Falls unterscheidet die beiden noch.`,
    confirm: 'Etiketten zusammenführen',
    done: (name, into) => `„${name}“ ist jetzt „${into}“.`,
    failed: 'Die Etiketten wurden nicht zusammengeführt.',
  },
  moved: (name) => `„${name}“ hat einen neuen Platz.`,
  again: 'Erneut versuchen',
  notMoved: 'Die Reihenfolge konnte nicht gespeichert werden; sie ist wie zuvor.',
  notDeleted: 'Das Etikett wurde nicht gelöscht.',
  empty:
    'Es gibt noch keine Etiketten. Ein paar Wörter, die alle gleich verwenden, machen Filter und Auswertungen möglich.',
  failed: 'Die Etiketten konnten nicht geladen werden.',
  safe: 'Es wurde nichts geändert.',
  gone: 'Dieses Etikett gibt es nicht mehr.',
  search: 'Etikett suchen',
  noneFound: (typed) => `Kein Etikett heißt „${typed}“.`,
};

import type { richTextWords } from './rich-text.words.ts';

export const richTextGerman: typeof richTextWords = {
  tools: 'Formatieren',
  block: 'Art des Absatzes',
  blocks: { paragraph: 'Text', h2: 'Überschrift', h3: 'Kleinere Überschrift', h4: 'Kleinste Überschrift' },
  bold: 'Fett',
  italic: 'Kursiv',
  code: 'Code',
  bullets: 'Liste',
  numbers: 'Nummerierte Liste',
  quote: 'Zitat',
  link: 'Link',
  picture: 'Bild einfügen',
  pictureFailed: 'Das Bild ließ sich nicht einfügen.',
  noPictureYet: 'Speichern Sie den Artikel einmal, bevor Sie Bilder einfügen.',
  insertTable: 'Tabelle einfügen',
  table: 'Tabelle',
  tableSteps: {
    addRowAfter: 'Zeile darunter',
    addColumnAfter: 'Spalte rechts',
    deleteRow: 'Zeile entfernen',
    deleteColumn: 'Spalte entfernen',
    deleteTable: 'Tabelle entfernen',
  },
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  asText: 'Schreiben',
  asSource: 'HTML',
  mode: 'Wie geschrieben wird',
  sourceLabel: (label) => `${label} als HTML`,
  sourceOnly:
    'Dieser Text hat Teile, die der Editor verlieren würde, etwa Filme oder feine Typografie. Ändern Sie ihn als HTML.',
};

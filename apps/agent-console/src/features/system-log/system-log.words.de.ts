import type { systemLogWords } from './system-log.words.ts';

export const systemLogGerman: typeof systemLogWords = {
  title: 'Systemprotokoll',
  about: 'Was die Administration wissen muss: gescheiterte Zustellungen, gestörte Postfächer, unlesbare Mail.',
  caption: 'Einträge, die neuesten zuerst',
  levels: { all: 'Alle', info: 'Hinweise', warning: 'Warnungen', error: 'Fehler' },
  levelWords: { info: 'Hinweis', warning: 'Warnung', error: 'Fehler' },
  level: 'Stufe',
  at: 'Wann',
  part: 'Teil',
  message: 'Was geschah',
  empty: 'Nichts zu melden. Störungen bei Mail und Postfächern stehen dann hier.',
  failed: 'Das Systemprotokoll konnte nicht geladen werden.',
  safe: 'Bureau schreibt es weiter.',
  more: 'Ältere Einträge zeigen',
};

import type { systemLogWords } from './system-log.words.ts';

export const systemLogGerman: typeof systemLogWords = {
  title: 'Systemprotokoll',
  about:
    'Was die Verwaltung wissen muss: fehlgeschlagene Zustellungen, gestörte Postfächer, Nachrichten, die nicht gelesen werden konnten.',
  list: 'Einträge, die neuesten zuerst',
  levels: { all: 'Alles', info: 'Hinweise', warning: 'Warnungen', error: 'Fehler' },
  levelWords: { info: 'Hinweis', warning: 'Warnung', error: 'Fehler' },
  level: 'Stufe',
  part: 'Bereich',
  parts: {
    all: 'Alle Bereiche',
    mailbox: 'Postfächer',
    delivery: 'Zustellungen',
    intake: 'Eingangsprotokoll',
    acknowledgement: 'Eingangsbestätigungen',
    notice: 'Eigene Nachrichten von Bureau',
  },
  markSeen: 'Als gesehen markieren',
  seen: 'Das Protokoll ist als gesehen markiert.',
  notSeen: 'Nicht als gesehen markiert.',
  toMailbox: 'Postfach öffnen',
  toDeliveries: 'Zustellungen ansehen',
  toIntake: 'Nachricht öffnen',
  toCase: (id) => `Fall #${id} öffnen`,
  details: 'Einzelheiten',
  empty: 'Nichts zu berichten. Störungen bei Nachrichten und Postfächern erscheinen hier.',
  emptyFilter: 'Nichts dieser Art.',
  clear: 'Alles zeigen',
  failed: 'Das Systemprotokoll konnte nicht geladen werden.',
  safe: 'Es wird weiter geschrieben.',
  more: 'Ältere Einträge zeigen',
};

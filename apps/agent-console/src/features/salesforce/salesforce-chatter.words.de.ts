import type { chatterWords } from './salesforce-chatter.words.ts';

export const salesforceChatterGerman: typeof chatterWords = {
  title: 'Chatter',
  lead: 'Was Bureau im Feed eines Falls in Salesforce schreibt, wenn sich hier sein Status ändert. Regeln und Makros können außerdem posten.',
  failed: 'Die Einstellungen für Chatter konnten nicht geladen werden.',
  safe: 'Es hat sich nichts geändert.',
  enabled: 'Posten, wenn sich der Status eines verknüpften Falls ändert',
  when: 'Wenn er dies wird',
  statuses: { new: 'Neu', open: 'Offen', pending: 'Wartend', resolved: 'Gelöst', closed: 'Geschlossen' },
  template: 'Beitrag',
  templateHelp: 'Höchstens 10.000 Zeichen. @[005…] erwähnt einen Benutzer von Salesforce: Wählen Sie unten einen.',
  mention: 'Jemanden erwähnen',
  mentionHelp: 'Fügt den Benutzer am Ende des Beitrags an.',
  peopleFailed: 'Wen man erwähnen kann, konnte nicht geladen werden.',
};

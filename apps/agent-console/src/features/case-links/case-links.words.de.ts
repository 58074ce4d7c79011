import type { linksWords } from './case-links.words.ts';

export const linksGerman: typeof linksWords = {
  menu: 'Links ins Web …',
  title: (caseId) => `Links ins Web von #${caseId}`,
  lead: 'E-Mails an den Kunden enthalten einen Link, der diesen Fall ohne Passwort im Web öffnet. Hier sieht ihn niemand.',
  none: 'Es ist noch keine E-Mail mit einem Link gesendet worden.',
  failed: 'Die Links konnten nicht geladen werden.',
  safe: 'Sie gelten weiter wie bisher.',
  of: (name) => `Für ${name}`,
  good: (until) => `Gilt bis ${until}`,
  over: (since) => `Abgelaufen am ${since}`,
  revoked: (by, at) => `Widerrufen von ${by} am ${at}`,
  close: 'Schließen',
  revoke: 'Alle Links widerrufen',
  revoking: 'Wer einen Link hat, kommt nicht mehr hinein. Die nächste E-Mail enthält einen neuen.',
  done: 'Kein Link öffnet diesen Fall mehr.',
  refused: 'Nicht widerrufen.',
  shortcuts: { section: 'Fall', links: 'Links ins Web zeigen' },
};

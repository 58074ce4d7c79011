import type { sessionsWords } from './sessions.words.ts';

export const sessionsGerman: typeof sessionsWords = {
  title: 'Wo Sie angemeldet sind',
  list: 'Ihre Sitzungen',
  failed: 'Ihre Sitzungen konnten nicht gelesen werden.',
  safe: 'Hier bleiben Sie angemeldet.',
  alone: 'Sie sind sonst nirgends angemeldet.',
  thisOne: 'Diese hier',
  lastUsed: 'zuletzt benutzt',
  end: 'Beenden',
  endNamed: (name, network) => `Sitzung beenden: ${name}, ${network}`,
  ended: 'Sitzung beendet.',
  endOthers: 'Alle anderen beenden',
  endedOthers: (count) => (count === 1 ? '1 Sitzung beendet.' : `${count} Sitzungen beendet.`),
  notEnded: 'Die Sitzung konnte nicht beendet werden.',
  unreachable: 'Bureau ist nicht erreichbar; versuchen Sie es erneut.',
  confirm: {
    title: 'Alle anderen Sitzungen beenden?',
    loss: (count) =>
      count === 1
        ? '1 Sitzung: Ihr Browser muss sich neu anmelden'
        : `${count} Sitzungen: Ihre Browser müssen sich neu anmelden`,
    button: 'Alle anderen beenden',
  },
};

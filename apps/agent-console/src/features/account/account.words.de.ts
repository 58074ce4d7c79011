import type { accountWords } from './account.words.ts';

export const accountGerman: typeof accountWords = {
  title: 'Mein Konto',
  passwordTitle: 'Passwort',
  passwordHelp: 'Ein neues beendet alle Ihre anderen Sitzungen.',
  current: 'Jetziges Passwort',
  next: 'Neues Passwort',
  nextHelp: 'Mindestens 10 Zeichen.',
  change: 'Passwort ändern',
  changed: 'Passwort geändert. Ihre anderen Sitzungen sind beendet.',
  offline: 'Bureau ist nicht erreichbar. Ihr Passwort ist unverändert; versuchen Sie es erneut.',
};

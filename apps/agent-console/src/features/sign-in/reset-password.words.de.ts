import type { resetPasswordWords } from './reset-password.words.ts';

export const resetPasswordGerman: typeof resetPasswordWords = {
  title: 'Wählen Sie ein neues Passwort',
  about: 'Alle Ihre Sitzungen enden, wo auch immer; melden Sie sich danach mit dem neuen Passwort an.',
  submit: 'Passwort setzen',
  offline: 'Bureau ist nicht erreichbar. Ihr Passwort ist wie zuvor; versuchen Sie es erneut.',
  goneTitle: 'Dieser Link gilt nicht mehr',
  gone: 'Er wurde benutzt oder ist abgelaufen.',
  askAgain: 'Neuen Link verlangen',
  doneTitle: 'Ihr Passwort ist gesetzt',
  done: 'Alle Ihre Sitzungen sind beendet. Melden Sie sich mit dem neuen Passwort an.',
};

import type { forgottenPasswordWords } from './forgotten-password.words.ts';

export const forgottenPasswordGerman: typeof forgottenPasswordWords = {
  title: 'Passwort vergessen?',
  about:
    'Geben Sie die Adresse ein, mit der Sie sich anmelden. Sie erhalten eine Mail mit einem Link, um ein neues Passwort zu setzen.',
  email: 'E-Mail-Adresse',
  submit: 'Link zusenden',
  offline: 'Bureau ist nicht erreichbar. Nichts wurde gesendet; versuchen Sie es erneut.',
  sentTitle: 'Sehen Sie in Ihr Postfach',
  sent: (email) =>
    `Wenn sich hier jemand als ${email} anmeldet, ist eine Mail mit einem Link unterwegs. Der Link gilt einmal, eine Stunde lang.`,
  nothingCame: 'Nichts angekommen? Sehen Sie im Spam nach, und prüfen Sie die Adresse.',
  again: 'Noch einmal senden',
  back: 'Zurück zur Anmeldung',
};

import type { setUpWords } from './set-up.words.ts';

export const setUpGerman: typeof setUpWords = {
  title: 'Bureau einrichten',
  intro:
    'Hier ist noch nichts. Nennen Sie sich selbst, Ihre Firma und ihr erstes Postfach; alles lässt sich später ändern.',
  done: 'Bureau ist schon eingerichtet.',
  toSignIn: 'Zur Anmeldung',
  failed: 'Der Stand der Einrichtung konnte nicht gelesen werden.',
  noToken:
    'Öffnen Sie diese Seite mit dem Link, den der Start von Bureau ausgegeben hat: Er enthält ein Einrichtungs-Token.',
  name: 'Ihr Name',
  email: 'Ihre E-Mail-Adresse',
  emailHelp: 'Damit melden Sie sich an.',
  password: 'Passwort',
  passwordHelp: 'Mindestens 10 Zeichen.',
  company: 'Firma',
  companyHelp: 'So heißt die erste Marke; Kunden sehen den Namen.',
  mailbox: 'Erstes Postfach',
  mailboxHelp: 'An diese Adresse schreiben Kunden, zum Beispiel support@example.com.',
  submit: 'Einrichten',
  offline: 'Bureau ist nicht erreichbar. Was Sie eingegeben haben, bleibt hier; versuchen Sie es erneut.',
};

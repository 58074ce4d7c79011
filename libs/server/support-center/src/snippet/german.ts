import type { Words } from './english.ts';

/** The same in German. */
export const GERMAN: Words = {
  home: 'Start',
  search: 'Suchen',
  support_center: 'Hilfe-Center',
  log_in: 'Anmelden',
  logout: 'Abmelden',
  my_account: 'Mein Konto',
  my_cases: 'Meine Fälle',
  email_us: 'Schreiben Sie uns',
  error_missing_title: 'Diese Seite gibt es hier nicht',
  error_missing_text:
    'Vielleicht ist sie umgezogen, oder die Adresse hat einen Buchstaben zu viel. Suchen Sie danach, oder beginnen Sie auf der Startseite.',
  error_forbidden_title: 'Diese Seite steht Ihnen nicht offen',
  error_forbidden_text: 'Melden Sie sich mit der Adresse an, von der Sie uns geschrieben haben, oder gehen Sie zurück.',
  error_patience_title: 'Das war etwas schnell',
  error_patience_text:
    'Von Ihrem Anschluss kamen zu viele Anfragen. Warten Sie eine Minute und versuchen Sie es noch einmal; nichts ist verloren.',
  error_size_title: 'Das ist zu groß',
  error_size_text:
    'Eine Datei darf bis zu 20 MB haben. Gehen Sie zurück, nehmen Sie eine kleinere und senden Sie noch einmal.',
  error_invalid_title: 'Etwas fehlt',
  error_invalid_text: 'Gehen Sie zurück und sehen Sie nach, was Sie geschrieben haben; es wurde nicht gesendet.',
  error_unavailable_title: 'Wir sind kurz nicht da',
  error_unavailable_text: 'Es wurde nichts gespeichert. Versuchen Sie es in einer Minute noch einmal.',
  error_failure_title: 'Bei uns ist etwas schiefgegangen',
  error_failure_text: 'Es wurde festgehalten und wir sehen es uns an. Versuchen Sie es später noch einmal.',
  error_closed_title: 'Unser Hilfe-Center ist zurzeit geschlossen',
  error_closed_text: 'Wir arbeiten daran. Bitte kommen Sie später wieder.',
};

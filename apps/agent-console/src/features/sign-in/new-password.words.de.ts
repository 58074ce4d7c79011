import type { newPasswordWords } from './new-password.words.ts';

export const newPasswordGerman: typeof newPasswordWords = {
  label: 'Passwort',
  help: 'Mindestens 10 Zeichen. Am besten einige Wörter, die nur Sie zusammenstellen.',
  show: 'Passwort zeigen',
};

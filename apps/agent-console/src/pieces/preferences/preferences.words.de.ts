import type { preferencesWords } from './preferences.words.ts';

export const preferencesGerman: typeof preferencesWords = {
  saved: 'Gespeichert.',
  notSaved: 'Ihre Wahl wurde nicht gespeichert.',
  retry: 'Erneut versuchen',
};

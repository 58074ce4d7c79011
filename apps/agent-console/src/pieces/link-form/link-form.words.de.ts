import type { linkFormWords } from './link-form.words.ts';

export const linkFormGerman: typeof linkFormWords = {
  address: 'Adresse des Links',
  set: 'Link setzen',
  remove: 'Link entfernen',
};

import type { membersWords } from './members.words.ts';

export const membersGerman: typeof membersWords = {
  remove: (name) => `${name} entfernen`,
  unknown: (id) => `Nummer ${id}, für Sie nicht sichtbar`,
};

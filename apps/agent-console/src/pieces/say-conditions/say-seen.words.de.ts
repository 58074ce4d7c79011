import type { seenWords } from './say-seen.words.ts';

export const seenGerman: typeof seenWords = {
  yes: 'ja',
  no: 'nein',
  nothing: 'nichts',
  change: (from, to) => `${from} → ${to}`,
  hours: (hours) => `${hours} Stunden`,
};

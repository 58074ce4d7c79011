import type { ratingWords } from './rating.words.ts';

export const ratingGerman: typeof ratingWords = {
  four_star: ['Schlecht', 'Mäßig', 'Gut', 'Sehr gut'],
  yes_no: ['Nein', '', '', 'Ja'],
  rating: (word) => `Bewertung: ${word}`,
  resolution: (count) => `${count}. Lösung`,
  changed: 'geändert',
  erased: 'Der Text wurde gelöscht.',
  handledBy: (name) => `bearbeitet von ${name}`,
};

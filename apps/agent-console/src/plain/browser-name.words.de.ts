import type { browserWords } from './browser-name.words.ts';

export const browserGerman: typeof browserWords = {
  unknown: 'Unbekannter Browser',
  on: (browser, system) => `${browser} auf ${system}`,
};

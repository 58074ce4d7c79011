import type { lastChangeWords } from './last-change.words.ts';

export const lastChangeGerman: typeof lastChangeWords = { never: 'Nie' };

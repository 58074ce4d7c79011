import type { listCursorWords } from './list-cursor.words.ts';

export const listCursorGerman: typeof listCursorWords = {
  section: 'Liste',
  next: 'Nächster Fall',
  previous: 'Voriger Fall',
};

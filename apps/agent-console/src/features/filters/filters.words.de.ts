import { formatNumber } from '../../language/format.ts';
import type { filtersWords } from './filters.words.ts';

export const filtersGerman: typeof filtersWords = {
  title: 'Filter',
  count: (cases, more) => `${formatNumber(cases)}${more ? '+' : ''}`,
  cases: (cases, more) =>
    more ? `mehr als ${formatNumber(cases)} Fälle` : cases === 1 ? '1 Fall' : `${formatNumber(cases)} Fälle`,
  failed: 'Die Filter konnten nicht geladen werden.',
  retry: 'Erneut versuchen',
  missing: 'Diesen Filter gibt es nicht, oder er ist nicht für Sie bestimmt.',
  toInbox: 'Zum Posteingang',
};

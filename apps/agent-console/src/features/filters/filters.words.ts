import { formatNumber } from '../../language/format.ts';
import { words } from '../../language/words.ts';

/** What the saved filters say. */
export const filtersWords = words('filters', {
  title: 'Filters',
  /** A count that stops at 1,000. */
  count: (cases: number, more: boolean) => `${formatNumber(cases)}${more ? '+' : ''}`,
  cases: (cases: number, more: boolean) =>
    more ? `more than ${formatNumber(cases)} cases` : cases === 1 ? '1 case' : `${formatNumber(cases)} cases`,
  failed: 'The filters could not be loaded.',
  retry: 'Try again',
  missing: 'There is no such filter, or it is not yours to see.',
  toInbox: 'Go to the inbox',
});

import { words } from '../../language/words.ts';

const count = new Intl.NumberFormat('en');

/** What the saved filters say. */
export const filtersWords = words('filters', {
  title: 'Filters',
  /** A count that stops at 1,000. */
  count: (cases: number, more: boolean) => `${count.format(cases)}${more ? '+' : ''}`,
  cases: (cases: number, more: boolean) =>
    more ? `more than ${count.format(cases)} cases` : cases === 1 ? '1 case' : `${count.format(cases)} cases`,
  failed: 'The filters could not be loaded.',
  retry: 'Try again',
  missing: 'There is no such filter, or it is not yours to see.',
  toInbox: 'Go to the inbox',
});

import { words } from '../../language/words.ts';

/** What the palette says. */
export const paletteWords = words('palette', {
  section: 'Everywhere',
  title: 'Command palette',
  field: 'Type a command, a case, a customer …',
  results: 'Commands and places',
  recent: 'Recent',
  cases: 'Cases',
  customers: 'Customers',
  searchGroup: 'Search',
  search: (q: string) => `Search all cases for “${q}”`,
  caseNumber: (id: number) => `Case #${id}`,
  noSubject: '(no subject)',
  noName: '(no name)',
  nothing: 'No case and no customer fits that.',
  looking: 'Looking …',
  failed: 'Cases could not be searched.',
  offline: 'The desk cannot be reached; commands work all the same.',
  retry: 'Try again',
  found: (count: number) => (count === 1 ? '1 entry' : `${count} entries`),
  hints: { move: 'to move', choose: 'to choose', close: 'to close' },
});

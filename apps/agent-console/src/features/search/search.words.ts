import { formatList } from '../../language/format.ts';
import { words } from '../../language/words.ts';

/** What can be asked for by name, each with an example; shown while the field is empty. */
const operators: readonly { example: string; does: string }[] = [
  { example: 'from:ana@cafe.example', does: 'written by this address' },
  { example: 'customer:ferreira', does: 'of a customer with this name' },
  { example: 'company:larkspur', does: 'of a company' },
  { example: 'assigned:me', does: 'assigned to me, a colleague, or nobody' },
  { example: 'status:open', does: 'new, open, pending, resolved or closed' },
  { example: 'label:refund', does: 'with a label' },
  { example: 'has:attachment', does: 'with a file' },
  { example: 'before:2026-01-01', does: 'begun before a day; also after:' },
  { example: '"drip tray"', does: 'these words, one after the other' },
  { example: '-invoice', does: 'without this word' },
  { example: '#1042', does: 'the case with this number' },
];

/** What the search says. */
export const searchWords = words('search', {
  recent: 'Looked for lately',
  heading: 'Search',
  title: (q: string) => (q === '' ? 'Search' : `${q} · Search`),
  field: 'Search cases',
  close: 'Close the search',
  results: (q: string) => `Found for ${q}`,
  found: (count: number, more: boolean) => (more ? `${count}+ cases` : count === 1 ? '1 case' : `${count} cases`),
  nothing: (q: string) => `No case holds “${q}”. Fewer words, or the beginning of one, find more.`,
  failed: 'The search did not answer.',
  safe: 'Your words are kept above.',
  similar: 'Did you mean',
  operatorsTitle: 'Narrow it down',
  operators,
  inNote: 'Internal note',
  asFilter: {
    make: 'New filter from this search',
    inSubject: (texts: readonly string[]) => `A filter looks for words in the subject only: ${formatList(texts)}.`,
    left: (parts: readonly string[]) => `A filter cannot ask for this; it was left out: ${formatList(parts)}.`,
  },
  more: 'Show more',
  noSubject: '(no subject)',
  shortcuts: { section: 'List', search: 'Search' },
});

import type { PlaceholderFilter } from './read-placeholders.ts';

/** What a value may go through, by the names that Liquid gave them. None can throw. */
const FILTERS: Readonly<Record<string, { takes: 'text' | 'number' | 'nothing'; run: Run }>> = {
  default: { takes: 'text', run: (value, argument) => (value.trim() === '' ? argument : value) },
  upcase: { takes: 'nothing', run: (value) => value.toUpperCase() },
  downcase: { takes: 'nothing', run: (value) => value.toLowerCase() },
  capitalize: { takes: 'nothing', run: capitalised },
  truncate: { takes: 'number', run: (value, argument) => shortened(value, Number(argument)) },
};

type Run = (value: string, argument: string) => string;

const known = new Map(Object.entries(FILTERS));

export const FILTER_NAMES: readonly string[] = [...known.keys()];

/** The value after all filters, in order; one that there is not leaves it as it is. */
export function filtered(value: string, filters: readonly PlaceholderFilter[]): string {
  return filters.reduce((text, { name, argument }) => known.get(name)?.run(text, argument ?? '') ?? text, value);
}

/** What is wrong with a filter, as a sentence; null when nothing is. */
export function problemOfFilter({ name, argument }: PlaceholderFilter): string | null {
  const filter = known.get(name);
  if (!filter) return `There is no filter "${name}"; there are ${FILTER_NAMES.join(', ')}.`;
  if (filter.takes === 'nothing') return argument === null ? null : `The filter "${name}" takes nothing behind it.`;
  if (filter.takes === 'number' && !/^\d+$/.test(argument ?? '')) {
    return `Say how many characters, as in "${name}: 30".`;
  }
  return argument === null ? `Say what stands in its place, as in "${name}: "there"".` : null;
}

function capitalised(value: string): string {
  const [first = '', ...rest] = value;
  return first.toUpperCase() + rest.join('');
}

function shortened(value: string, length: number): string {
  const characters = [...value];
  return characters.length <= length ? value : `${characters.slice(0, Math.max(0, length - 1)).join('')}…`;
}

import type { PlaceholderFilter } from './read-placeholders.ts';
import { saidDate } from './said-date.ts';

/** What a value may go through, by the names that Liquid gave them. None can throw. */
const FILTERS: Readonly<Record<string, { takes: Takes; run: Run }>> = {
  default: { takes: 'text', run: (value, argument) => (value.trim() === '' ? argument : value) },
  upcase: { takes: 'nothing', run: (value) => value.toUpperCase() },
  downcase: { takes: 'nothing', run: (value) => value.toLowerCase() },
  capitalize: { takes: 'nothing', run: capitalised },
  strip: { takes: 'nothing', run: (value) => value.trim() },
  truncate: { takes: 'number', run: (value, argument) => shortened(value, Number(argument)) },
  /** As Desk.com calls `truncate`. */
  clip: { takes: 'number', run: (value, argument) => shortened(value, Number(argument)) },
  truncatewords: { takes: 'number', run: (value, argument) => firstWords(value, Number(argument)) },
  append: { takes: 'text', run: (value, argument) => (value === '' ? '' : value + argument) },
  prepend: { takes: 'text', run: (value, argument) => (value === '' ? '' : argument + value) },
  remove: { takes: 'text', run: (value, argument) => (argument === '' ? value : value.replaceAll(argument, '')) },
  replace: { takes: 'two texts', run: (value, from, to) => (from === '' ? value : value.split(from).join(to)) },
  date: { takes: 'text', run: saidDate },
  url_encode: { takes: 'nothing', run: (value) => encodeURIComponent(value.toWellFormed()) },
};

type Takes = 'text' | 'two texts' | 'number' | 'nothing';
type Run = (value: string, argument: string, second: string) => string;

const known = new Map(Object.entries(FILTERS));

export const FILTER_NAMES: readonly string[] = [...known.keys()];

/** No value grows beyond what a mail may hold, however often it is replaced. */
const LONGEST = 200_000;

/** The value after all filters, in order; one that there is not leaves it as it is. */
export function filtered(value: string, filters: readonly PlaceholderFilter[]): string {
  return filters.reduce((text, { name, argument, second }) => {
    const said = known.get(name)?.run(text, argument ?? '', second ?? '') ?? text;
    return said.length > LONGEST ? said.slice(0, LONGEST) : said;
  }, value);
}

/** What is wrong with a filter, as a sentence; null when nothing is. */
export function problemOfFilter({ name, argument, second }: PlaceholderFilter): string | null {
  const filter = known.get(name);
  if (!filter) return `There is no filter "${name}"; there are ${FILTER_NAMES.join(', ')}.`;
  switch (filter.takes) {
    case 'nothing':
      return argument === null ? null : `The filter "${name}" takes nothing behind it.`;
    case 'number':
      return /^\d+$/.test(argument ?? '') && second === null ? null : `Say how many, as in "${name}: 30".`;
    case 'two texts':
      return second === null ? `Say what is replaced, and by what, as in "${name}: "Ltd.", "Limited"".` : null;
    case 'text':
      return argument === null || second !== null
        ? `Say what stands in its place, in quotes, as in "${name}: "there"".`
        : null;
  }
}

function capitalised(value: string): string {
  const [first = '', ...rest] = value;
  return first.toUpperCase() + rest.join('');
}

function shortened(value: string, length: number): string {
  const characters = [...value];
  return characters.length <= length ? value : `${characters.slice(0, Math.max(0, length - 1)).join('')}…`;
}

function firstWords(value: string, count: number): string {
  const words = value.trim().split(/\s+/);
  return words.length <= count ? value : `${words.slice(0, count).join(' ')}…`;
}

const DAY_MS = 86_400_000;
/** A month of the index: thirty days, counted from 1970. */
const MONTH = 30;
const MONTHS_BACK = 12;

/** What a search asks of time: `from` included, `to` excluded. */
export interface Span {
  from: Date | null;
  to: Date | null;
}

/**
 * Disjoint stretches of time, the latest first, as lexemes of the index (document-facets.ts); null where the span has
 * nothing to do with it. `before`: what is older than all of them, null when the span does not reach there.
 */
export interface Rings {
  rings: (string | null)[];
  before: Date | null;
}

/**
 * A search takes its candidates stretch by stretch and stops when it has enough. Each stretch is a few times as long as all
 * that are later, so whatever the word, common or rare, about as many rows are visited as are wanted: a word that is in
 * every second case is found in the last two days, a rare one has few rows anywhere. `latest`: the latest activity of all.
 */
export function ringsOf(latest: Date, { from, to }: Span): Rings {
  const top = Math.floor(Math.min(latest.getTime(), to?.getTime() ?? Infinity) / DAY_MS);
  const oldest = from ? Math.floor(from.getTime() / DAY_MS) : -Infinity;
  const month = Math.floor((top - 12) / MONTH) - 1;
  const rings = [
    // What happens while we ask is later than the latest.
    days(top - 1, top + 2, oldest),
    days(top - 11, top - 2, oldest),
    days(month * MONTH, top - 12, oldest),
    months(month - MONTHS_BACK, month - 1, oldest),
  ];
  const end = (month - MONTHS_BACK) * MONTH;
  return { rings, before: oldest < end ? new Date(end * DAY_MS) : null };
}

function days(first: number, last: number, oldest: number): string | null {
  return anyOf('d', Math.max(first, oldest), last);
}

function months(first: number, last: number, oldest: number): string | null {
  return anyOf('m', Math.max(first, Math.floor(oldest / MONTH)), last);
}

function anyOf(letter: string, first: number, last: number): string | null {
  if (first > last) return null;
  return Array.from({ length: last - first + 1 }, (_, index) => `'${letter}:${last - index}'`).join('|');
}

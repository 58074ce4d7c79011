import type { CaseSummary, Filter } from '@bureau/contracts';

export type Sort = Filter['sort'];

/** What conditions say of a case as far as it is known here; `unknown`: only the desk can tell. */
export type Verdict = 'belongs' | 'leaves' | 'unknown';

/** A part of a list as it was read: its rows in order, and how it goes on; null at the end. */
export interface Listed {
  rows: readonly CaseSummary[];
  next: string | null;
}

/** The order of a list: by its field, then by number. Cases that wait for nobody come last, whichever way. */
export function orderBy({ field, direction }: Sort): (one: CaseSummary, other: CaseSummary) => number {
  const way = direction === 'asc' ? 1 : -1;
  return (one, other) => {
    const byKey = field === 'waitingSince' ? byWaiting(one, other, way) : way * compare(one[field], other[field]);
    return byKey === 0 ? way * (one.id - other.id) : byKey;
  };
}

/**
 * Puts a case where it belongs in a list, or takes it out. One that would come behind what has been read is left for
 * when that is read; one of which nothing is certain changes in place.
 */
export function placeCase(listed: Listed, row: CaseSummary, { verdict, sort }: Placement): Listed {
  const at = listed.rows.findIndex(({ id }) => id === row.id);
  if (verdict === 'unknown') return at < 0 ? listed : { ...listed, rows: listed.rows.with(at, row) };
  if (verdict === 'leaves' && at < 0) return listed;
  const others = at < 0 ? listed.rows : listed.rows.toSpliced(at, 1);
  if (verdict === 'leaves') return { ...listed, rows: others };

  const order = orderBy(sort);
  const place = placeIn(others, (other) => order(row, other));
  if (place === others.length && listed.next !== null) return { ...listed, rows: others };
  return { ...listed, rows: others.toSpliced(place, 0, row) };
}

export interface Placement {
  verdict: Verdict;
  sort: Sort;
}

/**
 * A part that was read again from its top, and behind it what had been read further down before. `fresh` ends where its
 * last row stands; what was known behind that place stays until it is read again itself.
 */
export function joinParts(fresh: Listed, before: Listed | undefined, sort: Sort): Listed {
  const last = fresh.rows.at(-1);
  if (fresh.next === null || last === undefined || before === undefined) return fresh;
  const order = orderBy(sort);
  const known = new Set(fresh.rows.map(({ id }) => id));
  const behind = before.rows.filter((row) => order(row, last) > 0 && !known.has(row.id));
  return behind.length === 0 ? fresh : { rows: [...fresh.rows, ...behind], next: before.next };
}

/** The first place whose row comes behind; `compareTo` is below zero for those. */
function placeIn(rows: readonly CaseSummary[], compareTo: (other: CaseSummary) => number): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = rows[middle];
    if (other !== undefined && compareTo(other) < 0) to = middle;
    else from = middle + 1;
  }
  return from;
}

function byWaiting(one: CaseSummary, other: CaseSummary, way: number): number {
  if (one.waitingSince === null || other.waitingSince === null) {
    return Number(one.waitingSince === null) - Number(other.waitingSince === null);
  }
  return way * compare(one.waitingSince, other.waitingSince);
}

/** Moments of the desk are all written in one zone, so that they sort as text, to the microsecond. */
function compare(one: string | number, other: string | number): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

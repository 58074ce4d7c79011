import type { CaseGroup, CaseSummary, FilterGrouping } from '@bureau/contracts';
import { groupKeyOf } from './group-of.ts';
import { placeCase } from './place-case.ts';
import type { Listed, Sort, Verdict } from './place-case.ts';

/** The part of a list that is not divided. */
export const WHOLE = '';

/** How somebody looks at a filter. */
export interface ListView {
  sort: Sort;
  groupBy: FilterGrouping | null;
}

/** A list as far as it was read: one part for each heading, or the whole. */
export interface ListedCases {
  /** Null: not divided. */
  groups: readonly CaseGroup[] | null;
  /** By the key of the heading; a part that was not read yet is absent. */
  parts: ReadonlyMap<string, Listed>;
}

/** Puts a case that has changed where it belongs now, in every part that was read; counts of headings follow. */
export function withCase(listed: ListedCases, row: CaseSummary, verdict: Verdict, { sort, groupBy }: ListView) {
  const home = groupBy === null ? WHOLE : groupKeyOf(row, groupBy);
  const parts = new Map(listed.parts);
  const changes = new Map<string, number>();
  for (const [key, part] of listed.parts) {
    const placed = placeCase(part, row, { verdict: key === home ? verdict : elsewhere(verdict), sort });
    if (placed !== part) parts.set(key, placed);
    changes.set(key, placed.rows.length - part.rows.length);
  }
  const groups = listed.groups?.map((group) => {
    const change = changes.get(group.key) ?? 0;
    return change === 0 ? group : { ...group, count: Math.max(0, group.count + change) };
  });
  return { groups: groups ?? null, parts };
}

/** In every other part a case that belongs is out of place; one nobody is sure of is left to the desk. */
function elsewhere(verdict: Verdict): Verdict {
  return verdict === 'belongs' ? 'leaves' : verdict;
}

/** The next page of a part, behind what was read of it. */
export function withMore(listed: ListedCases, key: string, more: Listed): ListedCases {
  const part = listed.parts.get(key);
  const known = new Set(part?.rows.map(({ id }) => id));
  const rows = [...(part?.rows ?? []), ...more.rows.filter(({ id }) => !known.has(id))];
  return { ...listed, parts: new Map(listed.parts).set(key, { rows, next: more.next }) };
}

/** Only the rows that are in sight: what lies behind them may be old, and is read again when somebody comes there. */
export function inSight(listed: ListedCases | undefined, reach: ReadonlyMap<string, number>): ListedCases | undefined {
  if (listed === undefined) return undefined;
  const parts = [...listed.parts].map(
    ([key, part]) => [key, { ...part, rows: part.rows.slice(0, reach.get(key) ?? 1) }] as const,
  );
  return { ...listed, parts: new Map(parts) };
}

import type { CaseGroup } from '@bureau/contracts';
import { WHOLE } from './listed-cases.ts';
import type { ListedCases } from './listed-cases.ts';
import type { SettledRows, ShownRow } from './settle-rows.ts';

/** One line of a list: a heading, a case, or the place where more cases are read. */
export type ListEntry =
  | { kind: 'heading'; id: number; group: CaseGroup; isOpen: boolean }
  | { kind: 'case'; id: number; shown: ShownRow; part: string; place: number }
  | { kind: 'more'; id: number; part: string };

export interface EntriesOf {
  listed: ListedCases;
  parts: ReadonlyMap<string, SettledRows>;
  /** Keys of headings whose cases are folded away. */
  folded: ReadonlySet<string>;
}

/**
 * A list line by line. Ids of lines that are not cases are below zero, and stay what they are while the list grows, so
 * that the cursor can stand on a heading too.
 */
export function entriesOf({ listed, parts, folded }: EntriesOf): ListEntry[] {
  if (listed.groups === null) return linesOf(WHOLE, -1, { listed, parts });
  return listed.groups.flatMap((group, at) => {
    const isOpen = !folded.has(group.key);
    const heading: ListEntry = { kind: 'heading', id: -2 * at - 2, group, isOpen };
    return isOpen ? [heading, ...linesOf(group.key, -2 * at - 3, { listed, parts })] : [heading];
  });
}

function linesOf(part: string, moreId: number, { listed, parts }: Omit<EntriesOf, 'folded'>): ListEntry[] {
  const rows = parts.get(part)?.rows ?? [];
  const lines: ListEntry[] = rows.map((shown, place) => ({ kind: 'case', id: shown.row.id, shown, part, place }));
  const known = listed.parts.get(part);
  if (known === undefined || known.next !== null) lines.push({ kind: 'more', id: moreId, part });
  return lines;
}

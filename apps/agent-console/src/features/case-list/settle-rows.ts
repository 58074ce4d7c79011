import type { CaseSummary } from '@bureau/contracts';

export interface SettledRows {
  /** The rows to show, in the order in which they stand on the screen. */
  rows: readonly CaseSummary[];
  /** Cases with activity that waits to be shown: new ones, and ones that would move up. */
  waiting: number;
  /** Ids of rows that are shown but no longer belong to this list. */
  left: ReadonlySet<number>;
}

export interface RowsToSettle {
  /** The rows on the screen; empty before the first. */
  shown: readonly CaseSummary[];
  /** What the desk lists now, the latest activity first. */
  fresh: readonly CaseSummary[];
  /** Older rows exist that were not read yet. */
  hasMore: boolean;
  /** The reader is in the list: no row may move under the cursor. */
  isHeld: boolean;
}

/** Brings a list up to date without moving a row under the cursor: what is new waits, what changed changes in place. */
export function settleRows({ shown, fresh, hasMore, isHeld }: RowsToSettle): SettledRows {
  if (!isHeld || shown.length === 0) return { rows: fresh, waiting: 0, left: new Set() };
  const now = new Map(fresh.map((row) => [row.id, row]));
  const before = new Set(shown.map(({ id }) => id));
  const reach = hasMore ? (fresh.at(-1)?.activeAt ?? '') : '';
  const oldest = shown.at(-1)?.activeAt ?? '';

  const left = shown.filter(({ id, activeAt }) => !now.has(id) && activeAt > reach).map(({ id }) => id);
  const older = fresh.filter(({ id, activeAt }) => !before.has(id) && activeAt <= oldest);
  const isNews = ({ id, activeAt }: CaseSummary) => !before.has(id) && activeAt > oldest;
  const hasMoved = (row: CaseSummary) => (now.get(row.id)?.activeAt ?? '') > row.activeAt;
  const rows = [...shown.map((row) => inPlace(row, now.get(row.id))), ...older];
  return { rows, waiting: fresh.filter(isNews).length + shown.filter(hasMoved).length, left: new Set(left) };
}

/** What a row says is new, where it stands is not: its activity stays the one it was sorted by. */
function inPlace(row: CaseSummary, now: CaseSummary | undefined): CaseSummary {
  return now ? { ...now, activeAt: row.activeAt } : row;
}

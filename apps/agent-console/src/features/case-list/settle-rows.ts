import type { CaseSummary } from '@bureau/contracts';
import { orderBy } from './place-case.ts';
import type { Sort } from './place-case.ts';

/** A row on the screen. */
export interface ShownRow {
  row: CaseSummary;
  /** The case as it was when it got its place. */
  placed: CaseSummary;
  /** It no longer belongs to this list, and stays until the reader moves. */
  hasLeft: boolean;
}

export interface SettledRows {
  /** The rows to show, in the order in which they stand on the screen. */
  rows: readonly ShownRow[];
  /** Cases that wait to be shown: new ones, and ones that would move up. */
  waiting: number;
}

export interface RowsToSettle {
  /** The rows on the screen; empty before the first. */
  shown: readonly ShownRow[];
  /** What the list is now, in its order. */
  fresh: readonly CaseSummary[];
  sort: Sort;
  /** More rows exist behind these that were not read yet. */
  hasMore: boolean;
  /** The reader is in the list: no row may move under the cursor. */
  isHeld: boolean;
}

/** Brings a list up to date without moving a row under the cursor: what is new waits, what changed changes in place. */
export function settleRows({ shown, fresh, sort, hasMore, isHeld }: RowsToSettle): SettledRows {
  const before = new Map(shown.map((one) => [one.row.id, one]));
  if (!isHeld || shown.length === 0) return { rows: fresh.map((row) => asPlaced(before.get(row.id), row)), waiting: 0 };
  const order = orderBy(sort);
  const now = new Map(fresh.map((row) => [row.id, row]));
  const [reach, end] = [hasMore ? fresh.at(-1) : undefined, shown.at(-1)?.placed];

  const isBeyond = ({ placed }: ShownRow) => reach !== undefined && order(placed, reach) > 0;
  const standing = shown.map((one) => {
    const row = now.get(one.row.id);
    return row === undefined ? leaving(one, !isBeyond(one)) : inPlace(one, row);
  });
  const strangers = fresh.filter(({ id }) => !before.has(id));
  const behind = strangers.filter((row) => end !== undefined && order(row, end) > 0);
  const moved = standing.filter(({ row, placed, hasLeft }) => !hasLeft && order(row, placed) < 0 && now.has(row.id));
  return {
    rows: behind.length === 0 ? standing : [...standing, ...behind.map((row) => asPlaced(undefined, row))],
    waiting: strangers.length - behind.length + moved.length,
  };
}

/** Takes the rows away that have left; all others keep their places. `exceptId`: the row one has moved to. */
export function withoutLeft(rows: readonly ShownRow[], exceptId: number | null): readonly ShownRow[] {
  const stays = rows.filter(({ row, hasLeft }) => !hasLeft || row.id === exceptId);
  return stays.length === rows.length ? rows : stays;
}

function asPlaced(known: ShownRow | undefined, row: CaseSummary): ShownRow {
  const isSame = known?.row === row && known.placed === row && !known.hasLeft;
  return isSame ? known : { row, placed: row, hasLeft: false };
}

/** What a row says is new, where it stands is not. */
function inPlace(known: ShownRow, row: CaseSummary): ShownRow {
  return known.row === row && !known.hasLeft ? known : { ...known, row, hasLeft: false };
}

function leaving(known: ShownRow, hasLeft: boolean): ShownRow {
  return known.hasLeft === hasLeft ? known : { ...known, hasLeft };
}

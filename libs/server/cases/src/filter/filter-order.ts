import type { FilterSort } from '@bureau/contracts';
import { InvalidInput } from '@bureau/platform';

export interface Sort {
  field: FilterSort;
  direction: 'asc' | 'desc';
}

/** A place in a sorted list: the sort key as PostgreSQL writes it, and the id. */
export interface SortedPlace {
  at: string;
  id: number;
}

/** What each order sorts by. Cases that wait for nobody come last, whichever way. */
const KEYS: Record<FilterSort, { type: string; sql: (direction: Sort['direction']) => string }> = {
  activeAt: { type: 'timestamptz', sql: () => 'c.active_at' },
  createdAt: { type: 'timestamptz', sql: () => 'c.created_at' },
  updatedAt: { type: 'timestamptz', sql: () => 'c.updated_at' },
  waitingSince: {
    type: 'timestamptz',
    sql: (direction) => `coalesce(c.waiting_since, '${direction === 'asc' ? '' : '-'}infinity'::timestamptz)`,
  },
  priority: { type: 'smallint', sql: () => 'c.priority' },
  id: { type: 'bigint', sql: () => 'c.id' },
};

/** The sort key of `c`, the order by it, and what lies behind a place whose key and id are those placeholders. */
export function orderOf({ field, direction }: Sort) {
  const { type, sql } = KEYS[field];
  const key = sql(direction);
  return {
    key,
    by: `${key} ${direction}, c.id ${direction}`,
    behind: (at: string, id: string) =>
      `(${key}, c.id) ${direction === 'asc' ? '>' : '<'} (${at}::${type}, ${id}::bigint)`,
  };
}

const CURSOR = /^(.{1,40})\/(\d{1,15})$/;
const KEY_SHAPES: Record<string, RegExp> = {
  timestamptz: /^(?:-?infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00)$/,
  smallint: /^\d{1,2}$/,
  bigint: /^\d{1,15}$/,
};

/** Reads the opaque cursor of a request; throws request.invalid for one that this order did not make. */
export function readSortCursor(cursor: string | undefined, { field }: Sort): SortedPlace | undefined {
  if (cursor === undefined) return undefined;
  const [, at, id] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (at === undefined || !KEY_SHAPES[KEYS[field].type]?.test(at) || !isTime(KEYS[field].type, at)) {
    throw new InvalidInput([{ path: 'query.cursor', message: 'Use the `next` of the page before, unchanged.' }]);
  }
  return { at, id: Number(id) };
}

function isTime(type: string, at: string): boolean {
  return type !== 'timestamptz' || at.endsWith('infinity') || !Number.isNaN(Date.parse(`${at}:00`.replace(' ', 'T')));
}

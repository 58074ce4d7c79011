import { badParam, GraphError } from '../graph-error.ts';

/** A row's place in its list: when, then which. */
export type Place = { at: number; id: string };

export type PageOf<Row> = {
  rows: Row[];
  paging?: { cursors: { before: string; after: string }; next?: string; previous?: string };
};

type Asked = {
  args: Record<string, string | undefined>;
  order: 'newest-first' | 'oldest-first';
  /** The address of the page behind a cursor. */
  link: (cursor: { after: string } | { before: string }) => string;
  /** Leaves a page empty although more follows, as Facebook sometimes does. */
  emptyPage?: () => boolean;
};

const DEFAULT_LIMIT = 25;
const MOST = 100;

/** Cuts one page out of a list: `limit`, `after`, `before`, and `since`/`until` on when a row was made. */
export function page<Row>(all: Row[], placeOf: (row: Row) => Place, asked: Asked): PageOf<Row> {
  const limit = limitOf(asked.args.limit);
  const rows = inOrder(all, placeOf, asked).filter((row) => within(placeOf(row), asked.args));
  const { start, end } = cut(rows, placeOf, { ...asked, limit });
  const shown = rows.slice(start, end);
  const [first, last] = [shown[0], shown.at(-1)];
  if (!first || !last) return { rows: [] };

  if (asked.emptyPage?.() && end < rows.length) {
    const before = rows[start - 1];
    const after = cursorOf(before ? placeOf(before) : beyond(asked.order));
    return { rows: [], paging: { cursors: { before: after, after }, next: asked.link({ after }) } };
  }
  const cursors = { before: cursorOf(placeOf(first)), after: cursorOf(placeOf(last)) };
  const next = end < rows.length ? asked.link({ after: cursors.after }) : undefined;
  const previous = start > 0 ? asked.link({ before: cursors.before }) : undefined;
  return { rows: shown, paging: { cursors, ...(next && { next }), ...(previous && { previous }) } };
}

function inOrder<Row>(all: Row[], placeOf: (row: Row) => Place, { order }: Asked): Row[] {
  const sign = order === 'newest-first' ? -1 : 1;
  return [...all].sort((one, other) => sign * compare(placeOf(one), placeOf(other)));
}

function cut<Row>(rows: Row[], placeOf: (row: Row) => Place, { args, order, limit }: Asked & { limit: number }) {
  const sign = order === 'newest-first' ? -1 : 1;
  const beyondIt = (cursor: string, row: Row) => sign * compare(placeOf(row), placeFrom(cursor));
  const { after, before } = args;
  if (before !== undefined) {
    const end = rows.findLastIndex((row) => beyondIt(before, row) < 0) + 1;
    return { start: Math.max(0, end - limit), end };
  }
  if (after === undefined) return { start: 0, end: limit };
  const found = rows.findIndex((row) => beyondIt(after, row) > 0);
  const start = found < 0 ? rows.length : found;
  return { start, end: start + limit };
}

function within({ at }: Place, { since, until }: Asked['args']): boolean {
  if (since !== undefined && at < timeOf(since, 'since')) return false;
  return until === undefined || at <= timeOf(until, 'until');
}

/** Seconds since 1970, or anything a date can be read from. */
function timeOf(text: string, name: string): number {
  const at = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text);
  if (Number.isNaN(at)) throw badParam(`Param ${name} must be a valid unix timestamp or a date`);
  return at;
}

function limitOf(text: string | undefined): number {
  if (text === undefined) return DEFAULT_LIMIT;
  if (!/^\d+$/.test(text) || Number(text) === 0) throw badParam('Param limit must be an integer greater than 0');
  if (Number(text) <= MOST) return Number(text);
  const message = "Please reduce the amount of data you're asking for, then retry your request";
  throw new GraphError({ code: 1, status: 500, message });
}

function compare(one: Place, other: Place): number {
  if (one.at !== other.at) return one.at - other.at;
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

function cursorOf({ at, id }: Place): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

function placeFrom(cursor: string): Place {
  const [at, id] = Buffer.from(cursor, 'base64url').toString().split(' ');
  if (at === undefined || id === undefined || !/^-?\d+$/.test(at)) {
    throw badParam('Invalid cursors values: this cursor was not given out by this list');
  }
  return { at: Number(at), id };
}

function beyond(order: Asked['order']): Place {
  return { at: order === 'newest-first' ? Number.MAX_SAFE_INTEGER : 0, id: '' };
}

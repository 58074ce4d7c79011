import { InvalidInput } from '../http/problem.ts';
import { RawJson } from '../http/raw-json.ts';

/** A place in a list ordered by time and id, newest first. */
export interface Place {
  /** UTC in microseconds, as PostgreSQL writes it: a JavaScript date would lose digits, and with them rows. */
  at: string;
  id: number;
}

const CURSOR = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?)\+00\/(\d{1,15})$/;

/** Reads the opaque cursor of a request; throws {@link InvalidInput} for one that this desk did not make. */
export function readCursor(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [, at, id] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  if (at === undefined || !isTime(at)) {
    throw new InvalidInput([{ path: 'query.cursor', message: 'Use the `next` of the page before, unchanged.' }]);
  }
  return { at: `${at}+00`, id: Number(id) };
}

/** Whether there is such a day: of 31 February PostgreSQL would make an error, JavaScript the 3rd of March. */
function isTime(at: string): boolean {
  const iso = at.replace(' ', 'T');
  const parsed = Date.parse(`${iso}Z`);
  return !Number.isNaN(parsed) && !at.startsWith('0000') && new Date(parsed).toISOString().startsWith(iso.slice(0, 19));
}

export function writeCursor({ at, id }: Place): string {
  return Buffer.from(`${at}/${id}`, 'utf8').toString('base64url');
}

interface Listed {
  id: number;
  /** The sort key as text; see {@link Place}. */
  at: string;
  json: string;
}

/** One page of rows that PostgreSQL built as JSON; `rows` holds one more than `limit` when there is a next page. */
export function pageFrom(rows: Listed[], limit: number): RawJson {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last ? JSON.stringify(writeCursor(last)) : 'null';
  return new RawJson(`{"items":[${shown.map((row) => row.json).join(',')}],"next":${next}}`);
}

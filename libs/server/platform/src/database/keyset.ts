import { InvalidInput } from '../http/problem.ts';
import { RawJson } from '../http/raw-json.ts';

/** A place in a list ordered by time and id, newest first. */
export interface Place {
  /** ISO 8601 in microseconds, as PostgreSQL wrote it: a JavaScript date would lose digits and rows. */
  at: string;
  id: number;
}

/** Reads the opaque cursor of a request; throws {@link InvalidInput} for one that this desk did not make. */
export function readCursor(cursor: string | undefined): Place | undefined {
  if (cursor === undefined) return undefined;
  const [at, id] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  const number = Number(id);
  if (!at || Number.isNaN(Date.parse(at)) || !Number.isSafeInteger(number)) {
    throw new InvalidInput([{ path: 'query.cursor', message: 'Use the `next` of the page before, unchanged.' }]);
  }
  return { at, id: number };
}

export function writeCursor({ at, id }: Place): string {
  return Buffer.from(`${at} ${id}`, 'utf8').toString('base64url');
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

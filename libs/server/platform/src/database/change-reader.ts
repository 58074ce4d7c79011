import { Injectable } from '@nestjs/common';
import type { ChangesQuery } from '@bureau/contracts';
import { RawJson } from '../http/raw-json.ts';
import { Database } from './database.ts';
import { Horizon } from './horizon.ts';
import { readCursor, writeCursor, type Place } from './keyset.ts';
import { statement, type Statement } from './statement.ts';

/** Rows that can be read in the order in which they changed. `x` is the row. */
export interface ChangeSource {
  /** The table, which is also what its tombstones are called. */
  table: string;
  /** The record, as arguments of json_build_object. */
  json: string;
  /** Joined for the condition. */
  joins?: string;
  /** Which rows the reader may see; its placeholders begin at {@link FIRST_PLACEHOLDER}. `kind` names its shape. */
  access?: { kind: string; sql: string; values: unknown[] };
}

/** The first placeholder that the condition of a source may use. */
export const FIRST_PLACEHOLDER = 6;

const BEGINNING: Place = { at: '1970-01-01 00:00:00+00', id: 0 };

const known = new Map<string, Statement>();

/**
 * Reads rows by (updated_at, id) up to the horizon: complete under concurrent writers, without repeating a version.
 * Each branch is cut by its own index before they are merged.
 */
@Injectable()
export class ChangeReader {
  constructor(
    private readonly database: Database,
    private readonly horizon: Horizon,
  ) {}

  /** A page as the contract `changesOf`. Throws request.invalid for a cursor of somebody's own making. */
  async read(source: ChangeSource, { since, cursor, limit }: ChangesQuery): Promise<RawJson> {
    const place = readCursor(cursor) ?? placeOf(since);
    const horizon = await this.horizon.read();
    const access = source.access ?? { kind: 'all', sql: 'true', values: [] };
    const rows = await this.database.rows<{ id: number; at: string; json: string }>(
      statementOf(source, access),
      // Who does not see every row is not told the numbers of those that are gone.
      [place.at, place.id, horizon, limit + 1, access.kind === 'all', ...access.values],
    );
    const shown = rows.slice(0, limit);
    const next = JSON.stringify(writeCursor(shown.at(-1) ?? place));
    const items = shown.map((row) => row.json).join(',');
    return new RawJson(`{"items":[${items}],"next":${next},"more":${rows.length > limit}}`);
  }
}

/** Before the first row that changed at this time; the time of a copy that never was is the beginning. */
function placeOf(since: string | undefined): Place {
  const at = since === undefined ? 0 : Math.max(0, Date.parse(since));
  return at === 0 ? BEGINNING : { at: `${new Date(at).toISOString().replace('T', ' ').replace('Z', '')}+00`, id: 0 };
}

function statementOf({ table, json, joins = '' }: ChangeSource, { kind, sql }: { kind: string; sql: string }) {
  const name = `changes.${table}-${kind}`;
  const found = known.get(name) ?? statement(name, textOf({ table, json, joins, sql }));
  known.set(name, found);
  return found;
}

function textOf({ table, json, joins, sql }: { table: string; json: string; joins: string; sql: string }): string {
  const between = (row: string) => `(${row}.updated_at, ${row}.id) > ($1::timestamptz, $2::bigint)
      AND ${row}.updated_at < $3::timestamptz`;
  const cut = (row: string) => `ORDER BY ${row}.updated_at, ${row}.id LIMIT $4`;
  return `SELECT id, changed::text AS at, json FROM (
    (SELECT x.id, x.updated_at AS changed, json_build_object('id', x.id, 'updatedAt', x.updated_at, ${json})::text AS json
     FROM ${table} x ${joins} WHERE ${between('x')} AND ${sql} ${cut('x')})
    UNION ALL
    (SELECT t.id, t.updated_at, json_build_object('id', t.id, 'updatedAt', t.updated_at, 'gone', true)::text
     FROM tombstones t WHERE t.collection = '${table}' AND $5 AND ${between('t')} ${cut('t')})
  ) changes ORDER BY changed, id LIMIT $4`;
}

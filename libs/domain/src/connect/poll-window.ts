import type { SoqlCondition, SoqlQuery } from './soql.ts';
import type { SyncPolicy } from './sync-policy.ts';

/** How far an object has been read. Milliseconds of Salesforce's clock: never of ours. */
export interface SyncCursor {
  /** The newest stamp that was seen. */
  stamp: number;
  /** Up to where no open transaction can bring older stamps (`updated().latestDateCovered`); null: unknown. */
  safeLow: number | null;
}

/** What one poll reads, both ends included. */
export interface PollWindow {
  from: number;
  to: number;
}

/** A little before what was seen. Reading a row again changes nothing. */
export function pollFrom(cursor: SyncCursor, { overlapMs }: SyncPolicy): number {
  return wholeSecond(lowOf(cursor) - overlapMs);
}

/** From there up to now in Salesforce. */
export function pollWindow(cursor: SyncCursor, salesforceNow: number, policy: SyncPolicy): PollWindow {
  const to = Math.max(wholeSecond(salesforceNow), wholeSecond(lowOf(cursor)));
  return { from: pollFrom(cursor, policy), to };
}

function lowOf({ stamp, safeLow }: SyncCursor): number {
  return Math.min(stamp, safeLow ?? stamp);
}

/** After a page whose every row was dealt with: the newest stamp seen, whatever our own clock says. */
export function cursorAfter(cursor: SyncCursor, rows: readonly { stamp: number }[]): SyncCursor {
  return { ...cursor, stamp: rows.reduce((newest, { stamp }) => Math.max(newest, stamp), cursor.stamp) };
}

/** The place after a row, in the order of stamp and id: many rows share one stamp. */
export interface PagePlace {
  stamp: number;
  id: string;
}

export function placeAfter(rows: readonly PagePlace[], { pageSize }: SyncPolicy): PagePlace | null {
  const last = rows.length < pageSize ? undefined : rows.at(-1);
  return last ? { stamp: last.stamp, id: last.id } : null;
}

/** The query of one page: what changed in the window, in the order of stamp and id, after `place`. */
export function changesQuery(
  { object, fields, window, place }: ChangesQuery,
  { pageSize }: Pick<SyncPolicy, 'pageSize'>,
): SoqlQuery {
  const after: SoqlCondition[] = place
    ? [
        {
          any: [
            { field: STAMP, is: '>', value: { time: place.stamp } },
            {
              all: [
                { field: STAMP, is: '=', value: { time: place.stamp } },
                { field: 'Id', is: '>', value: { id: place.id } },
              ],
            },
          ],
        },
      ]
    : [{ field: STAMP, is: '>=', value: { time: window.from } }];
  return {
    object,
    fields: ['Id', STAMP, ...fields],
    where: [...after, ...upTo(window)],
    orderBy: [STAMP, 'Id'],
    limit: pageSize,
  };
}

export interface ChangesQuery {
  object: string;
  fields: readonly string[];
  /** Without an end for the first page: what time it is there comes with the answer. */
  window: { from: number; to: number | null };
  place: PagePlace | null;
}

const STAMP = 'SystemModstamp';

function upTo({ to }: ChangesQuery['window']): SoqlCondition[] {
  return to === null ? [] : [{ field: STAMP, is: '<=', value: { time: to } }];
}

function wholeSecond(ms: number): number {
  return Math.floor(ms / 1_000) * 1_000;
}

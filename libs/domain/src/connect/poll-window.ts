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

/** From a little before what was seen, up to now there. Reading a row again changes nothing. */
export function pollWindow(cursor: SyncCursor, salesforceNow: number, { overlapMs }: SyncPolicy): PollWindow {
  const low = Math.min(cursor.stamp, cursor.safeLow ?? cursor.stamp);
  return { from: wholeSecond(low - overlapMs), to: Math.max(wholeSecond(salesforceNow), wholeSecond(low)) };
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
    where: [...after, { field: STAMP, is: '<=', value: { time: window.to } }],
    orderBy: [STAMP, 'Id'],
    limit: pageSize,
  };
}

export interface ChangesQuery {
  object: string;
  fields: readonly string[];
  window: PollWindow;
  place: PagePlace | null;
}

const STAMP = 'SystemModstamp';

function wholeSecond(ms: number): number {
  return Math.floor(ms / 1_000) * 1_000;
}

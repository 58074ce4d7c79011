import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Database } from './database.ts';
import { statement } from './statement.ts';

/** A backend tells of its transaction a moment after it began; whoever reads stays this far behind. */
const MARGIN = '3 seconds';
/** Of readers who are not content with what was so long ago, and who look again at what changed in the last second. */
const NARROW_MARGIN = '250 milliseconds';
/** Together some seconds, after which what is known is read all the same: it is complete. */
const [TRIES, PAUSE_MS] = [100, 50];

const HORIZON = statement(
  'database.horizon',
  `SELECT least(now() - $1::interval, min(xact_start), min(query_start) FILTER (WHERE state = 'active'))::text AS horizon,
     current_setting('track_activities')::boolean AS told
   FROM pg_stat_activity
   WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
);

const PASSED = statement('database.horizon-passed', 'SELECT $1::timestamptz > $2::timestamptz AS passed');

/**
 * Until when rows can be read in `updated_at` order without missing one that is still being written. A row's
 * `updated_at` is the start of its transaction by the database's clock (a trigger sees to that), so rows of a
 * transaction that is still running, or begins later, lie at or after its start. Why nothing is missed:
 *
 * - Ask first, read afterwards, in two statements. A transaction that was running when asked is in the answer, and its
 *   rows are at or beyond the horizon. PostgreSQL makes a commit visible before it takes the transaction out of
 *   pg_stat_activity, so one that is not in the answer and began before is seen by the statement that reads.
 * - A transaction begins (its time is taken) a little before its backend says so in pg_stat_activity, or that it is busy
 *   at all; the margin covers that.
 * - `now()`, not the wall clock: pg_stat_activity is read once in a transaction, so the time must not be later than that.
 * - Workers of PostgreSQL itself, which vacuum, write no rows.
 * - What it rests on: writers use the role of the desk (others' times are hidden), `track_activities` is on (checked),
 *   and the clock of the database server is not set back by more than MARGIN. Pauses of writers do no harm: they hold
 *   the horizon back, and readers with it.
 */
@Injectable()
export class Horizon {
  constructor(private readonly database: Database) {}

  /** A time in PostgreSQL's own words; rows with `updated_at` before it are complete. */
  read(): Promise<string> {
    return this.behind(MARGIN);
  }

  /** As {@link read}, closer to the present: what lies between is `NARROW_MARGIN` and transactions that are running. */
  readClosely(): Promise<string> {
    return this.behind(NARROW_MARGIN);
  }

  /** A horizon beyond the time of asking, as soon as there is one: everything committed before is below it. */
  async readPresent(): Promise<string> {
    const asked = await this.database.row<{ now: string }>('SELECT now()::text AS now');
    let horizon = await this.readClosely();
    for (let tries = TRIES; tries > 0 && !(await this.isPast(horizon, asked?.now)); tries -= 1) {
      await pause(PAUSE_MS);
      horizon = await this.readClosely();
    }
    return horizon;
  }

  private async behind(margin: string): Promise<string> {
    const row = await this.database.row<{ horizon: string; told: boolean }>(HORIZON, [margin]);
    if (!row?.told) throw new Error('PostgreSQL keeps its transactions to itself: set track_activities = on.');
    return row.horizon;
  }

  private async isPast(horizon: string, time: string | undefined): Promise<boolean> {
    return (await this.database.row<{ passed: boolean }>(PASSED, [horizon, time]))?.passed ?? true;
  }
}

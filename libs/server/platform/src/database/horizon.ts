import { Injectable } from '@nestjs/common';
import { Database } from './database.ts';
import { statement } from './statement.ts';

/** A backend tells of its transaction a moment after it began; whoever reads stays this far behind. */
const MARGIN = '3 seconds';

const HORIZON = statement(
  'database.horizon',
  `SELECT least(now() - interval '${MARGIN}', min(xact_start))::text AS horizon,
     current_setting('track_activities')::boolean AS told
   FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
);

/**
 * Until when rows can be read in `updated_at` order without missing one that is still being written. A row's
 * `updated_at` is the start of its transaction by the database's clock (a trigger sees to that), so rows of a
 * transaction that is still running, or begins later, lie at or after its start. Why nothing is missed:
 *
 * - Ask first, read afterwards, in two statements. A transaction that was running when asked is in the answer, and its
 *   rows are at or beyond the horizon. PostgreSQL makes a commit visible before it takes the transaction out of
 *   pg_stat_activity, so one that is not in the answer and began before is seen by the statement that reads.
 * - A transaction begins (its time is taken) a little before its backend says so in pg_stat_activity; MARGIN covers that.
 * - `now()`, not the wall clock: pg_stat_activity is read once in a transaction, so the time must not be later than that.
 * - What it rests on: writers use the role of the desk (others' times are hidden), `track_activities` is on (checked),
 *   and the clock of the database server is not set back by more than MARGIN. Pauses of writers do no harm: they hold
 *   the horizon back, and readers with it.
 */
@Injectable()
export class Horizon {
  constructor(private readonly database: Database) {}

  /** A time in PostgreSQL's own words; rows with `updated_at` before it are complete. */
  async read(): Promise<string> {
    const row = await this.database.row<{ horizon: string; told: boolean }>(HORIZON);
    if (!row?.told) throw new Error('PostgreSQL keeps its transactions to itself: set track_activities = on.');
    return row.horizon;
  }
}

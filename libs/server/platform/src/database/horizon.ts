import { Injectable } from '@nestjs/common';
import { Database } from './database.ts';
import { statement } from './statement.ts';

/** A transaction is listed a moment after it began; whoever reads stays this far behind. */
const MARGIN = '1 second';

const HORIZON = statement(
  'database.horizon',
  `SELECT (least(clock_timestamp() - interval '${MARGIN}', min(xact_start)))::text AS horizon
   FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()`,
);

/**
 * Until when rows can be read in `updated_at` order without missing one that is still being written. A row's
 * `updated_at` is the start of its transaction (a trigger sees to that), so rows of a transaction that is still running,
 * or begins later, lie at or after its start. Ask first, read afterwards, in two statements: a transaction that commits
 * between them was running at the first and is beyond the horizon, to be read the next time.
 */
@Injectable()
export class Horizon {
  constructor(private readonly database: Database) {}

  /** A time in PostgreSQL's own words; rows with `updated_at` before it are complete. */
  async read(): Promise<string> {
    const row = await this.database.row<{ horizon: string }>(HORIZON);
    if (!row) throw new Error('PostgreSQL did not tell the time.');
    return row.horizon;
  }
}

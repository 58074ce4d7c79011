import { Injectable } from '@nestjs/common';
import { Database, statement } from '@bureau/platform';

/** How long a holder may be silent; renewed at a third of it. */
export const LEASE_MS = 18_000;

/** All processes of a desk are the same app of X. */
const APP = 'x';

/** Takes a free lease, or renews one's own. By the database's clock: workers' clocks may differ. */
const TAKE = statement(
  'x-streams.take',
  `INSERT INTO x_streams AS s (app, holder, until) VALUES ('${APP}', $1, now() + make_interval(secs => $2))
   ON CONFLICT (app) DO UPDATE SET holder = EXCLUDED.holder, until = EXCLUDED.until,
     covers = CASE WHEN s.holder = EXCLUDED.holder THEN s.covers ELSE '{}' END
   WHERE s.holder = EXCLUDED.holder OR s.until < now()
   RETURNING failures, greatest(0, extract(epoch FROM next_at - now()) * 1000)::float8 AS "waitMs"`,
);

export interface StreamLease {
  /** How many attempts failed in a row. */
  failures: number;
  /** How long X is to be left alone, in milliseconds. */
  waitMs: number;
}

/** Sees to it that one process holds the stream, and that nobody comes back too soon, whoever it is. */
@Injectable()
export class XStreamLeaseRepository {
  constructor(private readonly database: Database) {}

  /** Undefined: another process has it. */
  async take(holder: string): Promise<StreamLease | undefined> {
    const row = await this.database.row<{ failures: number; waitMs: number | null }>(TAKE, [holder, LEASE_MS / 1000]);
    return row && { failures: row.failures, waitMs: Number.isFinite(row.waitMs) ? (row.waitMs ?? 0) : 0 };
  }

  async release(holder: string): Promise<void> {
    await this.database.run(`UPDATE x_streams SET until = '-infinity', covers = '{}' WHERE holder = $1`, [holder]);
  }

  /** It is open, and brings what these rules match. */
  async covers(holder: string, rules: readonly string[]): Promise<void> {
    await this.database.run('UPDATE x_streams SET covers = $2 WHERE holder = $1', [holder, rules]);
  }

  /** It is not open any more; nobody opens it before `waitMs` are over. */
  async ended(holder: string, { failures, waitMs }: StreamLease): Promise<void> {
    await this.database.run(
      `UPDATE x_streams SET covers = '{}', failures = $2, next_at = now() + make_interval(secs => $3) WHERE holder = $1`,
      [holder, failures, waitMs / 1000],
    );
  }

  /** The rules that somebody's open stream brings posts for. */
  async covered(): Promise<Set<string>> {
    const row = await this.database.row<{ covers: string[] }>('SELECT covers FROM x_streams WHERE until > now()', []);
    return new Set(row?.covers);
  }
}

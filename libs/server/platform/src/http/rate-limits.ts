import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.ts';
import { Batch, Database, statement } from '../database/index.ts';
import { Every } from '../jobs/index.ts';

const MINUTE_MS = 60_000;
/** Windows as old as this, in minutes, are of no more use to anybody. */
const FORGOTTEN_AFTER = 5;

// One statement, with the rows in one order: exact, however many processes count at the same moment. A process whose clock is
// behind counts in the window of the others. Nobody waits for the disk: what a database forgets that loses its power are the
// counts of less than a second.
const COUNT = statement(
  'rate-limits.count',
  `INSERT INTO rate_windows AS w (subject, minute, count)
   SELECT subject, max(minute), count(*) FROM unnest($1::text[], $2::bigint[]) AS asked (subject, minute),
     (SELECT set_config('synchronous_commit', 'off', true)) AS unhurried
   GROUP BY subject ORDER BY subject
   ON CONFLICT (subject) DO UPDATE SET
     count = CASE WHEN w.minute >= EXCLUDED.minute THEN w.count + EXCLUDED.count ELSE EXCLUDED.count END,
     minute = greatest(w.minute, EXCLUDED.minute)
   RETURNING subject, count`,
);

interface Counted {
  subject: string;
  minute: number;
  /** Of the window, with this one. */
  count: number;
}

/** Where a subject stands in its present window. */
export interface RateWindow {
  /** Requests a minute. */
  limit: number;
  remaining: number;
  /** Seconds until the next window begins, 1 to 60. */
  resetSeconds: number;
  exceeded: boolean;
}

/**
 * Counts requests in windows of a minute, exactly and for all processes together. Those that come while others are being
 * counted are counted together.
 */
@Injectable()
export class RateLimits {
  private readonly counts = new Batch<Counted>((requests) => this.countAll(requests));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts a request of `subject` (`application:7`, `network:203.0.113.7`), also one that is too many. */
  async count(subject: string, limit: number): Promise<RateWindow> {
    const now = this.clock.now().getTime();
    const minute = Math.floor(now / MINUTE_MS);
    const counted: Counted = { subject, minute, count: 1 };
    await this.counts.add(counted);
    const { count } = counted;
    return {
      limit,
      remaining: Math.max(0, limit - count),
      resetSeconds: Math.ceil(((minute + 1) * MINUTE_MS - now) / 1000),
      exceeded: count > limit,
    };
  }

  /** On a connection of its own: nobody else's transaction takes it back. */
  private async countAll(requests: Counted[]): Promise<void> {
    const values = [requests.map(({ subject }) => subject), requests.map(({ minute }) => minute)];
    const rows = await this.database.apart(() => this.database.rows<Pick<Counted, 'subject' | 'count'>>(COUNT, values));
    const counts = new Map(rows.map(({ subject, count }) => [subject, count]));
    for (const request of requests.toReversed()) {
      const count = counts.get(request.subject) ?? 1;
      request.count = count;
      counts.set(request.subject, count - 1);
    }
  }

  @Every('1h', 'rate-limits.sweep')
  async sweep(): Promise<void> {
    const minute = Math.floor(this.clock.now().getTime() / MINUTE_MS) - FORGOTTEN_AFTER;
    await this.database.run('DELETE FROM rate_windows WHERE minute < $1', [minute]);
  }
}

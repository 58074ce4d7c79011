import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.ts';
import { Database, statement } from '../database/index.ts';
import { Every } from '../jobs/index.ts';

const MINUTE_MS = 60_000;
/** Windows as old as this, in minutes, are of no more use to anybody. */
const FORGOTTEN_AFTER = 5;

// One statement on one row: exact, however many processes count at the same moment. A process whose clock is behind
// counts in the window of the others.
const COUNT = statement(
  'rate-limits.count',
  `INSERT INTO rate_windows AS w (subject, minute, count) VALUES ($1, $2, 1)
   ON CONFLICT (subject) DO UPDATE SET
     count = CASE WHEN w.minute >= EXCLUDED.minute THEN w.count + 1 ELSE 1 END,
     minute = greatest(w.minute, EXCLUDED.minute)
   RETURNING count`,
);

/** Where a subject stands in its present window. */
export interface RateWindow {
  /** Requests a minute. */
  limit: number;
  remaining: number;
  /** Seconds until the next window begins, 1 to 60. */
  resetSeconds: number;
  exceeded: boolean;
}

/** Counts requests in windows of a minute, exactly and for all processes together. */
@Injectable()
export class RateLimits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts a request of `subject` (`application:7`, `network:203.0.113.7`), also one that is too many. */
  async count(subject: string, limit: number): Promise<RateWindow> {
    const now = this.clock.now().getTime();
    const minute = Math.floor(now / MINUTE_MS);
    const row = await this.database.row<{ count: number }>(COUNT, [subject, minute]);
    const count = row?.count ?? 1;
    return {
      limit,
      remaining: Math.max(0, limit - count),
      resetSeconds: Math.ceil(((minute + 1) * MINUTE_MS - now) / 1000),
      exceeded: count > limit,
    };
  }

  @Every('1h', 'rate-limits.sweep')
  async sweep(): Promise<void> {
    const minute = Math.floor(this.clock.now().getTime() / MINUTE_MS) - FORGOTTEN_AFTER;
    await this.database.run('DELETE FROM rate_windows WHERE minute < $1', [minute]);
  }
}

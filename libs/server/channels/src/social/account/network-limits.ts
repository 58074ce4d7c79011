import { Injectable } from '@nestjs/common';
import { Clock, Database, statement } from '@bureau/platform';

/** How often something may be asked, before the network has said so itself. */
export interface KnownLimit {
  what: string;
  limit: number;
  windowMs: number;
}

/** What a network said of a limit in its latest answer. */
export interface LimitNote {
  what: string;
  limit: number;
  remaining: number;
  resetsAt: Date;
}

/**
 * One call less, when there is one: processes share the count. A window that is over begins anew; so does one of which
 * nothing is known.
 */
const TAKE = statement(
  'social-limits.take',
  `INSERT INTO social_limits AS l (account_id, what, limit_count, remaining, resets_at)
   VALUES ($1, $2, $3, $3 - 1, $5)
   ON CONFLICT (account_id, what) DO UPDATE SET
     remaining = CASE WHEN l.resets_at <= $4 THEN l.limit_count - 1 ELSE l.remaining - 1 END,
     resets_at = CASE WHEN l.resets_at <= $4 THEN $5 ELSE l.resets_at END
   WHERE l.resets_at <= $4 OR l.remaining > $6`,
);

const READ = statement(
  'social-limits.read',
  `SELECT what, limit_count AS "limit", remaining, resets_at AS "resetsAt"
   FROM social_limits WHERE account_id = $1 AND what = $2 AND resets_at > $3`,
);

/** An answer that comes late must not give calls back that were made meanwhile; a new window always counts. */
const NOTE = statement(
  'social-limits.note',
  `INSERT INTO social_limits AS l (account_id, what, limit_count, remaining, resets_at)
   SELECT $1, $2, $3, $4, $5 WHERE EXISTS (SELECT FROM social_accounts WHERE id = $1)
   ON CONFLICT (account_id, what) DO UPDATE SET limit_count = EXCLUDED.limit_count, resets_at = EXCLUDED.resets_at,
     remaining = CASE WHEN abs(extract(epoch FROM l.resets_at - EXCLUDED.resets_at)) < 2
                 THEN least(l.remaining, EXCLUDED.remaining) ELSE EXCLUDED.remaining END
   WHERE EXCLUDED.resets_at > l.resets_at - interval '2 seconds' OR EXCLUDED.remaining < l.remaining`,
);

/** What networks allow, counted for all processes of the desk together. */
@Injectable()
export class NetworkLimits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes one call. Null: go on; a time: not before then. `reserve` calls are left for others (people who answer come
   * before whoever reads by the clock).
   */
  async take(accountId: number, { what, limit, windowMs }: KnownLimit, reserve = 0): Promise<Date | null> {
    const now = this.clock.now();
    const resets = new Date(now.getTime() + windowMs);
    const taken = await this.database.run(TAKE, [accountId, what, limit, now, resets, reserve]);
    if (taken > 0) return null;
    return (await this.read(accountId, what))?.resetsAt ?? resets;
  }

  /** What the network last said; undefined when its window is over or it never said anything. */
  read(accountId: number, what: string): Promise<LimitNote | undefined> {
    return this.database.row<LimitNote>(READ, [accountId, what, this.clock.now()]);
  }

  /** Keeps what the network said with an answer. */
  async note(accountId: number, { what, limit, remaining, resetsAt }: LimitNote): Promise<void> {
    await this.database.run(NOTE, [accountId, what, limit, Math.max(0, remaining), resetsAt]);
  }
}

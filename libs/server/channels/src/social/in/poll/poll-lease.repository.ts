import { Injectable } from '@nestjs/common';
import { Database, statement } from '@bureau/platform';

/** How long a holder may be silent; renewed with every page. One that died is succeeded within a minute. */
const LEASE_SECONDS = 60;

/** By the database's clock: workers' clocks may differ. `$4`: whose turn comes, by the desk's clock. */
const TAKE = statement(
  'social-leases.take',
  `INSERT INTO social_leases AS l (account_id, stream, holder, until)
   VALUES ($1, $2, $3, now() + make_interval(secs => $5))
   ON CONFLICT (account_id, stream) DO UPDATE SET holder = EXCLUDED.holder, until = EXCLUDED.until
   WHERE l.until < now() AND l.next_at <= $4
   RETURNING failures`,
);

/** Sees to it that of all processes one walks a stream, and not before its turn. */
@Injectable()
export class PollLeaseRepository {
  constructor(private readonly database: Database) {}

  /** Undefined: it is not its turn, or somebody is at it; else how often it failed in a row. */
  take(accountId: number, stream: string, { holder, now }: { holder: string; now: Date }) {
    return this.database.row<{ failures: number }>(TAKE, [accountId, stream, holder, now, LEASE_SECONDS]);
  }

  /** It is still being read. */
  async renew(accountId: number, stream: string, holder: string): Promise<void> {
    await this.database.run(
      `UPDATE social_leases SET until = now() + make_interval(secs => $4)
       WHERE account_id = $1 AND stream = $2 AND holder = $3`,
      [accountId, stream, holder, LEASE_SECONDS],
    );
  }

  /** Whether the latest turn of any stream of the account came to nothing. */
  async isFailing(accountId: number): Promise<boolean> {
    const row = await this.database.row('SELECT FROM social_leases WHERE account_id = $1 AND failures > 0 LIMIT 1', [
      accountId,
    ]);
    return row !== undefined;
  }

  /** Whether the latest turn of each of these streams went well, and none of them is awaited. */
  async areRead(accountId: number, streams: readonly string[]): Promise<boolean> {
    const row = await this.database.row<{ count: number }>(
      `SELECT count(*)::int AS count FROM social_leases
       WHERE account_id = $1 AND stream = ANY($2::text[]) AND failures = 0 AND next_at > '-infinity'`,
      [accountId, streams],
    );
    return row?.count === streams.length;
  }

  /** Gives it back, and says when its next turn is. */
  async release(
    accountId: number,
    stream: string,
    { holder, nextAt, failures }: { holder: string; nextAt: Date; failures: number },
  ): Promise<void> {
    await this.database.run(
      `UPDATE social_leases SET until = '-infinity', next_at = $4, failures = $5
       WHERE account_id = $1 AND stream = $2 AND holder = $3`,
      [accountId, stream, holder, nextAt, failures],
    );
  }

  /** Everything of an account at once, whatever was planned: it was connected again. */
  async hurry(accountId: number): Promise<void> {
    await this.database.run("UPDATE social_leases SET next_at = '-infinity', failures = 0 WHERE account_id = $1", [
      accountId,
    ]);
  }

  /** The searches of these accounts at once, unless something is wrong with them: the stream may have missed something. */
  async hurrySearches(accountIds: readonly number[]): Promise<void> {
    await this.database.run(
      `UPDATE social_leases SET next_at = '-infinity'
       WHERE account_id = ANY($1) AND stream LIKE 'search:%' AND failures = 0`,
      [accountIds],
    );
  }

  /** No search waits longer than until then: no stream brings any more what it would find. */
  async hastenSearches(at: Date): Promise<void> {
    await this.database.run(
      "UPDATE social_leases SET next_at = least(next_at, $1) WHERE stream LIKE 'search:%' AND failures = 0",
      [at],
    );
  }
}

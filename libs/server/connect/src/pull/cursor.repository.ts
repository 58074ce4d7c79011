import { Injectable } from '@nestjs/common';
import { SyncObject } from '@bureau/contracts';
import type { PollState, SyncCursor } from '@bureau/domain';
import { Database, statement } from '@bureau/platform';

/** What is read: records that are kept in step, and comments of cases. */
export type PulledObject = SyncObject | 'comment';

/** How far an object has been read, and since when it is read at all. */
export interface StoredCursor extends SyncCursor {
  since: number;
}

const STATES = statement(
  'salesforce-cursors.states',
  `SELECT s.object, floor(extract(epoch FROM k.polled_at) * 1000)::bigint AS "polledAt", coalesce(f.failures, 0) AS failures,
     floor(extract(epoch FROM f.retry_at) * 1000)::bigint AS "retryAt"
   FROM salesforce_object_settings s LEFT JOIN salesforce_cursors k USING (object)
     LEFT JOIN salesforce_poll_failures f USING (object)
   WHERE s.direction <> 'off' ORDER BY array_position($1::text[], s.object)`,
);

const FIND = statement(
  'salesforce-cursors.find',
  `SELECT floor(extract(epoch FROM since) * 1000)::bigint AS since, floor(extract(epoch FROM stamp) * 1000)::bigint AS stamp,
     floor(extract(epoch FROM safe_low) * 1000)::bigint AS "safeLow"
   FROM salesforce_cursors WHERE object = $1`,
);

const SAVE = statement(
  'salesforce-cursors.save',
  `WITH well AS (DELETE FROM salesforce_poll_failures WHERE object = $1)
   INSERT INTO salesforce_cursors AS k (object, stamp, safe_low, polled_at, since)
   VALUES ($1, to_timestamp($2::double precision / 1000), to_timestamp($3::double precision / 1000), $4,
     to_timestamp($5::double precision / 1000))
   ON CONFLICT (object) DO UPDATE SET stamp = EXCLUDED.stamp, safe_low = EXCLUDED.safe_low,
     polled_at = EXCLUDED.polled_at, reconciled_to = CASE WHEN $6 THEN 0 ELSE k.reconciled_to END`,
);

const TRY_LOCKS = statement(
  'salesforce.try-locks',
  "SELECT name FROM unnest($1::text[]) AS name WHERE pg_try_advisory_xact_lock(hashtextextended('held ' || name, 0))",
);

/** How far Salesforce has been read, and who reads at the moment. */
@Injectable()
export class CursorRepository {
  constructor(private readonly database: Database) {}

  /** Milliseconds of Salesforce's clock; undefined: it has never been read. */
  async find(object: PulledObject): Promise<StoredCursor | undefined> {
    return this.database.row<StoredCursor & Record<string, unknown>>(FIND, [object]);
  }

  /** It was read to its end. */
  async save(
    object: PulledObject,
    { stamp, safeLow, since }: StoredCursor,
    { polledAt, reconcile }: { polledAt: Date; reconcile: boolean },
  ): Promise<void> {
    await this.database.run(SAVE, [object, stamp, safeLow, polledAt, since, reconcile]);
  }

  /** When each object that is fetched was asked for, and how that went; companies before customers before cases. */
  async states(): Promise<PollState[]> {
    return this.database.rows<PollState & Record<string, unknown>>(STATES, [SyncObject.options]);
  }

  /** It was not read to its end: asked again then. */
  async failed(object: SyncObject, failures: number, retryAt: Date): Promise<void> {
    await this.database.run(
      `INSERT INTO salesforce_poll_failures (object, failures, retry_at) VALUES ($1, $2, $3)
       ON CONFLICT (object) DO UPDATE SET failures = EXCLUDED.failures, retry_at = EXCLUDED.retry_at`,
      [object, failures, retryAt],
    );
  }

  /** From then on, by Salesforce's clock, the object is read again; what is older is dealt with. */
  async setBack(object: SyncObject, { stamp, since }: { stamp: Date; since: Date }): Promise<void> {
    await this.database.run(
      `INSERT INTO salesforce_cursors AS c (object, stamp, since) VALUES ($1, $2, $3)
       ON CONFLICT (object) DO UPDATE SET stamp = least(c.stamp, EXCLUDED.stamp), since = least(c.since, EXCLUDED.since)`,
      [object, stamp, since],
    );
  }

  /** An object whose linked records are to be looked for, and after which link; undefined: none. */
  async toReconcile(): Promise<{ object: SyncObject; reconciledTo: number } | undefined> {
    return this.database.row<{ object: SyncObject; reconciledTo: number }>(
      `SELECT object, reconciled_to AS "reconciledTo" FROM salesforce_cursors WHERE reconciled_to IS NOT NULL
       ORDER BY array_position($1::text[], object) LIMIT 1`,
      [SyncObject.options],
    );
  }

  /** Null: all of them were looked for. */
  async reconciled(object: SyncObject, to: number | null): Promise<void> {
    await this.database.run('UPDATE salesforce_cursors SET reconciled_to = $2 WHERE object = $1', [object, to]);
  }

  /** Whether this transaction is the only one that works on the record, here and in every other process. */
  async tryLock(name: string): Promise<boolean> {
    return (await this.tryLocks([name])).has(name);
  }

  /** Those of the records that only this transaction works on, as {@link tryLock}. */
  async tryLocks(names: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.rows<{ name: string }>(TRY_LOCKS, [names]);
    return new Set(rows.map(({ name }) => name));
  }
}

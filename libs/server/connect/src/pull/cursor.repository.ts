import { Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import type { SyncCursor } from '@bureau/domain';
import { Database } from '@bureau/platform';

/** What is read: records that are kept in step, and comments of cases. */
export type PulledObject = SyncObject | 'comment';

/** How far an object has been read, and since when it is read at all. */
export interface StoredCursor extends SyncCursor {
  since: number;
}

/** How far Salesforce has been read, and who reads at the moment. */
@Injectable()
export class CursorRepository {
  constructor(private readonly database: Database) {}

  /** Milliseconds of Salesforce's clock; undefined: it has never been read. */
  async find(object: PulledObject): Promise<StoredCursor | undefined> {
    return this.database.row<StoredCursor & Record<string, unknown>>(
      `SELECT floor(extract(epoch FROM since) * 1000)::bigint AS since, floor(extract(epoch FROM stamp) * 1000)::bigint AS stamp,
         floor(extract(epoch FROM safe_low) * 1000)::bigint AS "safeLow"
       FROM salesforce_cursors WHERE object = $1`,
      [object],
    );
  }

  async save(object: PulledObject, { stamp, safeLow, since }: StoredCursor, polledAt: Date): Promise<void> {
    await this.database.run(
      `INSERT INTO salesforce_cursors (object, stamp, safe_low, polled_at, since)
       VALUES ($1, to_timestamp($2::double precision / 1000), to_timestamp($3::double precision / 1000), $4,
         to_timestamp($5::double precision / 1000))
       ON CONFLICT (object) DO UPDATE SET stamp = EXCLUDED.stamp, safe_low = EXCLUDED.safe_low,
         polled_at = EXCLUDED.polled_at`,
      [object, stamp, safeLow, polledAt, since],
    );
  }

  /** When Salesforce was last asked for what had changed in any object; null: never. */
  async lastPolledAt(): Promise<Date | null> {
    const row = await this.database.row<{ polledAt: Date | null }>(
      'SELECT max(polled_at) AS "polledAt" FROM salesforce_cursors',
    );
    return row?.polledAt ?? null;
  }

  /** When Salesforce was last asked for what had changed in an object; null: never. */
  async polledAt(object: SyncObject): Promise<Date | null> {
    const row = await this.database.row<{ polledAt: Date | null }>(
      'SELECT polled_at AS "polledAt" FROM salesforce_cursors WHERE object = $1',
      [object],
    );
    return row?.polledAt ?? null;
  }

  /** Whether this transaction is the only one that works on the record, here and in every other process. */
  async tryLock(name: string): Promise<boolean> {
    const row = await this.database.row<{ held: boolean }>(
      "SELECT pg_try_advisory_xact_lock(hashtextextended('held ' || $1, 0)) AS held",
      [name],
    );
    return row?.held === true;
  }
}

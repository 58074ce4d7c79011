import { Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import { Database } from '@bureau/platform';
import type { FirstSyncSide } from './first-sync.repository.ts';

/** A record of Salesforce that has the name or address that was asked for. */
export interface Recognised {
  value: string;
  salesforceId: string;
  linked: boolean;
}

const KEY = (object: SyncObject, value: string) => (object === 'company' ? `search_fold(${value})` : `lower(${value})`);

/** Names and addresses that records of Salesforce are recognised by, gathered while they are read. */
@Injectable()
export class RecognisedRepository {
  constructor(private readonly database: Database) {}

  async keep(
    { firstSyncId, object }: FirstSyncSide,
    rows: readonly { salesforceId: string; value: string }[],
  ): Promise<void> {
    if (rows.length === 0) return;
    await this.database.run(
      `INSERT INTO salesforce_first_sync_keys (first_sync_id, object, salesforce_id, key)
       SELECT $1, $2, w.id, ${KEY(object, 'w.value')} FROM unnest($3::text[], $4::text[]) w (id, value)
       ON CONFLICT (first_sync_id, object, salesforce_id) DO UPDATE SET key = EXCLUDED.key
       WHERE salesforce_first_sync_keys.key <> EXCLUDED.key`,
      [firstSyncId, object, rows.map(({ salesforceId }) => salesforceId), rows.map(({ value }) => value)],
    );
  }

  /** Those of the records whose name or address another one there has too. */
  async shared({ firstSyncId, object }: FirstSyncSide, salesforceIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.rows<{ id: string }>(
      // Row by row: PostgreSQL, which takes the table for empty while it grows, would read all of it each time.
      `SELECT k.salesforce_id AS id FROM salesforce_first_sync_keys k CROSS JOIN LATERAL (
         SELECT FROM salesforce_first_sync_keys o
         WHERE o.first_sync_id = $1 AND o.object = $2 AND o.key = k.key AND o.salesforce_id <> k.salesforce_id LIMIT 1) other
       WHERE k.first_sync_id = $1 AND k.object = $2 AND k.salesforce_id = ANY ($3::text[])`,
      [firstSyncId, object, salesforceIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Records of Salesforce by the names or addresses that records of the desk have. */
  async find({ firstSyncId, object }: FirstSyncSide, values: readonly string[]): Promise<Recognised[]> {
    if (object === 'case' || values.length === 0) return [];
    return this.database.rows<Recognised & Record<string, unknown>>(
      `SELECT w.value, k.salesforce_id AS "salesforceId", EXISTS (SELECT FROM salesforce_links l
         WHERE l.object = $2 AND l.salesforce_id = k.salesforce_id) AS linked
       FROM unnest($3::text[]) w (value)
       JOIN salesforce_first_sync_keys k
         ON k.first_sync_id = $1 AND k.object = $2 AND k.key = ${KEY(object, 'w.value')}`,
      [firstSyncId, object, values],
    );
  }

  /**
   * After the last row has been read: what looked like the only one of its name or address and was not becomes ambiguous.
   * Only of a preview; while it is done, all names are known already.
   */
  async findOutShared({ firstSyncId, phase, position, object }: FirstSyncSide, reason: string): Promise<void> {
    // Tens of thousands have come within the minute, and PostgreSQL still takes the tables for empty.
    await this.database.run('ANALYZE salesforce_first_sync_keys, salesforce_first_sync_rows');
    await this.database.run(
      `WITH twice AS MATERIALIZED (
         SELECT key FROM salesforce_first_sync_keys WHERE first_sync_id = $1 AND object = $3
         GROUP BY key HAVING count(*) > 1
       ), shared AS (
         SELECT r.id, r.fate FROM twice
         JOIN salesforce_first_sync_keys k ON k.first_sync_id = $1 AND k.object = $3 AND k.key = twice.key
         JOIN salesforce_first_sync_rows r
           ON r.first_sync_id = $1 AND r.object = $3 AND r.salesforce_id = k.salesforce_id
         WHERE r.phase = $2 AND r.fate IN ('create-in-desk', 'match')
       ), changed AS (
         UPDATE salesforce_first_sync_rows r SET fate = 'ambiguous', reason = $5, desk_id = NULL, fields = '{}'
         FROM shared WHERE r.id = shared.id
       )
       UPDATE salesforce_first_sync_sides s SET counts = s.counts || (
         SELECT jsonb_object_agg(key, n) FROM (
           SELECT fate AS key, coalesce((s.counts ->> fate)::int, 0) - count(*) AS n FROM shared GROUP BY fate
           UNION ALL SELECT 'ambiguous', coalesce((s.counts ->> 'ambiguous')::int, 0) + count(*) FROM shared) sums)
       WHERE s.first_sync_id = $1 AND s.phase = $2 AND s.position = $4 AND EXISTS (SELECT FROM shared)`,
      [firstSyncId, phase, object, position, reason],
    );
  }
}

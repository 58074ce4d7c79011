import { Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import { Database } from '@bureau/platform';
import type { FirstSyncSide } from './first-sync.repository.ts';

const RECORDS = {
  company: 'companies r WHERE true',
  customer: 'customers r WHERE r.merged_into_id IS NULL',
  case: 'cases r WHERE r.deleted_at IS NULL AND r.merged_into_id IS NULL',
};

/** Of `$1` (object) and the record `r`: it has a counterpart, had one, or was taken apart. */
const IS_LINKED = `EXISTS (SELECT FROM salesforce_links l WHERE l.object = $1 AND l.desk_id = r.id
  AND (l.salesforce_id IS NOT NULL OR l.state IN ('unlinked', 'tombstone_salesforce', 'tombstone_desk')))`;

/** What both sides have yet to be brought together, and what is planned of it. */
@Injectable()
export class FirstSyncPlanQueries {
  constructor(private readonly database: Database) {}

  /** How many records of the desk have no counterpart. */
  async countOfDesk(object: SyncObject): Promise<number> {
    const row = await this.database.row<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${RECORDS[object]} AND NOT ${IS_LINKED}`,
      [object],
    );
    return row?.count ?? 0;
  }

  /** The next of them, by their ids; in a preview without those that a row of Salesforce would be linked to. */
  async nextOfDesk({ firstSyncId, phase, object, lastId }: FirstSyncSide, limit: number): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      `SELECT r.id FROM ${RECORDS[object]} AND r.id > $2 AND NOT ${IS_LINKED}
         AND NOT ($5 = 'preview' AND EXISTS (SELECT FROM salesforce_first_sync_rows p WHERE p.first_sync_id = $4
           AND p.object = $1 AND p.desk_id = r.id AND p.phase = 'preview' AND p.fate = 'match'))
       ORDER BY r.id LIMIT $3`,
      [object, Number(lastId || 0), limit, firstSyncId, phase],
    );
    return rows.map(({ id }) => id);
  }

  /** Those of the contacts that are linked to a customer, or will be by then. */
  async customersThere({ firstSyncId, phase }: FirstSyncSide, salesforceIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.rows<{ id: string }>(
      `SELECT w.id FROM unnest($3::text[]) w (id)
       WHERE EXISTS (SELECT FROM salesforce_links l WHERE l.object = 'customer' AND l.salesforce_id = w.id)
         OR ($2 = 'preview' AND EXISTS (SELECT FROM salesforce_first_sync_rows p WHERE p.first_sync_id = $1
           AND p.phase = $2 AND p.object = 'customer' AND p.salesforce_id = w.id AND p.fate IN ('create-in-desk', 'match')))`,
      [firstSyncId, phase, [...new Set(salesforceIds)]],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Those of the records of the desk that could not be linked, by `object:deskId`. */
  async lost(
    { firstSyncId, phase }: FirstSyncSide,
    records: readonly { object: SyncObject; deskId: number }[],
  ): Promise<Set<string>> {
    if (records.length === 0) return new Set();
    const rows = await this.database.rows<{ key: string }>(
      `SELECT DISTINCT w.object || ':' || w.id AS key FROM unnest($3::text[], $4::bigint[]) w (object, id)
       JOIN salesforce_first_sync_rows p ON p.first_sync_id = $1 AND p.object = w.object AND p.desk_id = w.id
         AND p.phase = $2 AND p.fate IN ('ambiguous', 'failed')`,
      [firstSyncId, phase, records.map(({ object }) => object), records.map(({ deskId }) => deskId)],
    );
    return new Set(rows.map(({ key }) => key));
  }
}

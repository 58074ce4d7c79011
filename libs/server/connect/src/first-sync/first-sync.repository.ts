import { Injectable } from '@nestjs/common';
import type { FirstSyncFate, FirstSyncPhase, FirstSyncState, SyncObject } from '@bureau/contracts';
import { Database } from '@bureau/platform';

export interface StoredFirstSync {
  id: number;
  /** The organisation. */
  orgId: string;
  phase: FirstSyncPhase;
  state: FirstSyncState;
  /** Salesforce's clock before the first record was read. */
  stamp: Date | null;
  notBefore: Date | null;
}

/** One object on one side, and how far it is read. */
export interface FirstSyncSide {
  firstSyncId: number;
  phase: FirstSyncPhase;
  position: number;
  object: SyncObject;
  side: 'salesforce' | 'desk';
  lastId: string;
}

export type NewSide = Pick<FirstSyncSide, 'object' | 'side'> & { total: number };

/** What became of one record. */
export interface ToldFate {
  fate: FirstSyncFate;
  deskId: number | null;
  salesforceId: string | null;
  name: string;
  /** The desk's names of the fields that change. */
  fields: readonly string[];
  reason: string;
}

/** What one step dealt with. */
export interface Dealt {
  lastId: string;
  fates: readonly ToldFate[];
  /** Calls that it took. */
  calls: number;
}

const COLUMNS = 'id, org_id AS "orgId", phase, state, stamp, not_before AS "notBefore"';

/** What a first sync fills from nothing. */
const GROWING = [
  ...['salesforce_links', 'salesforce_first_sync_keys', 'salesforce_first_sync_rows'],
  ...['companies', 'customers', 'customer_addresses', 'cases', 'case_search'],
];

/** The only place that writes how far the first sync is. */
@Injectable()
export class FirstSyncRepository {
  constructor(private readonly database: Database) {}

  current(): Promise<StoredFirstSync | undefined> {
    return this.database.row<StoredFirstSync & Record<string, unknown>>(
      `SELECT ${COLUMNS} FROM salesforce_first_syncs ORDER BY id DESC LIMIT 1`,
    );
  }

  /** As it is, and stays until the transaction ends. */
  lock(): Promise<StoredFirstSync | undefined> {
    return this.database.row<StoredFirstSync & Record<string, unknown>>(
      `SELECT ${COLUMNS} FROM salesforce_first_syncs ORDER BY id DESC LIMIT 1 FOR UPDATE`,
    );
  }

  /** In the place of all that were before. */
  async begin({ orgId, by, at }: { orgId: string; by: number | null; at: Date }): Promise<number> {
    await this.database.run('LOCK TABLE salesforce_first_syncs IN SHARE ROW EXCLUSIVE MODE');
    await this.database.run('DELETE FROM salesforce_first_syncs');
    const row = await this.database.row<{ id: number }>(
      `INSERT INTO salesforce_first_syncs (state, org_id, started_by, started_at)
       VALUES ('dry-run', $1, $2, $3) RETURNING id`,
      [orgId, by, at],
    );
    return row?.id ?? 0;
  }

  async setState(
    id: number,
    to: Pick<StoredFirstSync, 'phase' | 'state'> & {
      reason?: string;
      notBefore?: Date | null;
      finishedAt?: Date | null;
    },
  ): Promise<void> {
    await this.database.run(
      `UPDATE salesforce_first_syncs SET phase = $2, state = $3, reason = $4, not_before = $5, finished_at = $6 WHERE id = $1`,
      [id, to.phase, to.state, to.reason ?? '', to.notBefore ?? null, to.finishedAt ?? null],
    );
  }

  async hasSides(id: number, phase: FirstSyncPhase): Promise<boolean> {
    const sql = 'SELECT FROM salesforce_first_sync_sides WHERE first_sync_id = $1 AND phase = $2 LIMIT 1';
    return (await this.database.row(sql, [id, phase])) !== undefined;
  }

  /** In the order in which they are read. */
  async addSides({ id, phase }: StoredFirstSync, sides: readonly NewSide[], began: { stamp: Date; calls: number }) {
    await this.database.run(
      `INSERT INTO salesforce_first_sync_sides (first_sync_id, phase, position, object, side, total)
       SELECT $1, $2, s.position, s.object, s.side, s.total
       FROM unnest($3::text[], $4::text[], $5::int[]) WITH ORDINALITY s (object, side, total, position)`,
      [id, phase, sides.map(({ object }) => object), sides.map(({ side }) => side), sides.map(({ total }) => total)],
    );
    await this.database.run('UPDATE salesforce_first_syncs SET stamp = $2, calls = calls + $3 WHERE id = $1', [
      ...[id, began.stamp, began.calls],
    ]);
  }

  /** The one that is read at the moment; undefined: all are read through. */
  nextSide({ id, phase }: StoredFirstSync): Promise<FirstSyncSide | undefined> {
    return this.database.row<FirstSyncSide & Record<string, unknown>>(
      `SELECT first_sync_id AS "firstSyncId", phase, position, object, side, last_id AS "lastId"
       FROM salesforce_first_sync_sides WHERE first_sync_id = $1 AND phase = $2 AND NOT done ORDER BY position LIMIT 1`,
      [id, phase],
    );
  }

  /** So far everything is dealt with: what became of each record, and how many there were of each fate. */
  async advance(
    { firstSyncId, phase, position, object }: FirstSyncSide,
    { lastId, fates, calls }: Dealt,
  ): Promise<void> {
    const counts: Partial<Record<FirstSyncFate, number>> = {};
    for (const { fate } of fates) counts[fate] = (counts[fate] ?? 0) + 1;
    await this.database.run(
      `UPDATE salesforce_first_sync_sides SET last_id = $4, seen = seen + $5, total = greatest(total, seen + $5),
         counts = (SELECT coalesce(jsonb_object_agg(key, n), '{}') FROM (
           SELECT key, sum(value::int) AS n
           FROM (SELECT * FROM jsonb_each_text(counts) UNION ALL SELECT * FROM jsonb_each_text($6)) parts GROUP BY key) sums)
       WHERE first_sync_id = $1 AND phase = $2 AND position = $3`,
      [firstSyncId, phase, position, lastId, fates.length, JSON.stringify(counts)],
    );
    await this.database.run('UPDATE salesforce_first_syncs SET calls = calls + $2 WHERE id = $1', [firstSyncId, calls]);
    const told = fates.filter(({ fate }) => fate !== 'unchanged');
    if (told.length === 0) return;
    await this.database.run(
      `INSERT INTO salesforce_first_sync_rows
         (first_sync_id, phase, object, fate, desk_id, salesforce_id, name, fields, reason)
       SELECT $1, $2, $3, t.fate, t."deskId", t."salesforceId", t.name, t.fields, t.reason
       FROM jsonb_to_recordset($4) AS t
         (fate text, "deskId" bigint, "salesforceId" text, name text, fields text[], reason text)`,
      [firstSyncId, phase, object, JSON.stringify(told)],
    );
  }

  async addCalls(id: number, calls: number): Promise<void> {
    await this.database.run('UPDATE salesforce_first_syncs SET calls = calls + $2 WHERE id = $1', [id, calls]);
  }

  /**
   * PostgreSQL plans by what it counted last: it would take tables that fill up within a minute for empty, and read them
   * through for every page. Those that have doubled since are counted again.
   */
  async recount(): Promise<void> {
    const grown = await this.database.rows<{ name: string }>(
      `SELECT relname AS name FROM pg_stat_user_tables
       WHERE schemaname = current_schema() AND relname = ANY ($1::text[]) AND n_mod_since_analyze > greatest(500, n_live_tup / 2)`,
      [GROWING],
    );
    if (grown.length > 0) await this.database.run(`ANALYZE ${grown.map(({ name }) => name).join(', ')}`);
  }

  async finishSide({ firstSyncId, phase, position }: FirstSyncSide): Promise<void> {
    await this.database.run(
      `UPDATE salesforce_first_sync_sides SET done = true, total = seen
       WHERE first_sync_id = $1 AND phase = $2 AND position = $3`,
      [firstSyncId, phase, position],
    );
  }
}

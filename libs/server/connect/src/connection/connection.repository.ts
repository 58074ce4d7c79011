import { Injectable } from '@nestjs/common';
import type { Preflight, SalesforceState, SyncObject } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';
import { ConnectionEntity } from './connection.entity.ts';

/** The connection as whoever sends or fetches needs it; its keys are read by `SalesforceKeys` alone. */
export interface CurrentConnection {
  id: number;
  orgId: string;
  orgName: string;
  userId: string;
  instanceUrl: string;
  state: SalesforceState;
  enabled: boolean;
  enabledAt: Date | null;
  personAccounts: boolean;
  externalIds: Record<SyncObject, string | null>;
}

const CURRENT = statement(
  'salesforce-connection.current',
  `SELECT id, org_id AS "orgId", org_name AS "orgName", user_id AS "userId", instance_url AS "instanceUrl", state, enabled,
     enabled_at AS "enabledAt", person_accounts AS "personAccounts", external_ids AS "externalIds"
   FROM salesforce_connections WHERE disconnected_at IS NULL`,
);

const LATEST_STATE = statement(
  'salesforce-connection.latest-state',
  `SELECT enabled_at IS NOT NULL AS "wasOn", enabled AND disconnected_at IS NULL AS "isOn"
   FROM salesforce_connections ORDER BY connected_at DESC, id DESC LIMIT 1`,
);

/** Links last: others point to them. */
const OF_ONE_ORGANISATION = [
  'salesforce_awaiting_rows',
  'salesforce_conflicts',
  'salesforce_children',
  'salesforce_outbox',
  'salesforce_cursors',
  'salesforce_poll_failures',
  'salesforce_field_alerts',
  'salesforce_links',
];

@Injectable()
export class ConnectionRepository {
  constructor(private readonly database: Database) {}

  /** The one that is not disconnected; undefined: there is none. */
  current(): Promise<CurrentConnection | undefined> {
    return this.database.row<CurrentConnection>(CURRENT, []);
  }

  /** Of the organisation that was connected last, disconnected or not: whether records were ever kept in step with it, and are. */
  async latestState(): Promise<{ wasOn: boolean; isOn: boolean }> {
    return (
      (await this.database.row<{ wasOn: boolean; isOn: boolean }>(LATEST_STATE, [])) ?? { wasOn: false, isOn: false }
    );
  }

  /** All of it. */
  find(): Promise<ConnectionEntity | null> {
    return this.database
      .repository(ConnectionEntity)
      .createQueryBuilder('connection')
      .where('connection.disconnectedAt IS NULL')
      .getOne();
  }

  /** All of it, kept from changing until the end of the transaction. */
  async lock(): Promise<ConnectionEntity | null> {
    await this.database.run('SELECT 1 FROM salesforce_connections WHERE disconnected_at IS NULL FOR UPDATE', []);
    return this.find();
  }

  /** Nobody else connects an organisation until the end of the transaction. */
  async lockAll(): Promise<void> {
    await this.database.run('LOCK TABLE salesforce_connections IN SHARE ROW EXCLUSIVE MODE', []);
  }

  findById(id: number): Promise<ConnectionEntity | null> {
    return this.database.repository(ConnectionEntity).findOneBy({ id });
  }

  /** The one that was connected last, disconnected or not. */
  findLatest(): Promise<ConnectionEntity | null> {
    return this.database
      .repository(ConnectionEntity)
      .findOne({ where: {}, order: { connectedAt: 'DESC', id: 'DESC' } });
  }

  /** Whoever connected it, by name. */
  async personOf({ connectedBy }: Pick<ConnectionEntity, 'connectedBy'>): Promise<{ id: number; name: string } | null> {
    if (connectedBy === null) return null;
    const sql = 'SELECT id, name FROM users WHERE id = $1';
    return (await this.database.row<{ id: number; name: string }>(sql, [connectedBy])) ?? null;
  }

  save(connection: Partial<ConnectionEntity>): Promise<ConnectionEntity> {
    return this.database.repository(ConnectionEntity).save({ ...connection });
  }

  /** Returns whether the state is another one than before, so that it is reported once. Only from one of `from`. */
  async setState(
    id: number,
    { state, reason, from }: { state: SalesforceState; reason: string; from: readonly SalesforceState[] },
  ): Promise<boolean> {
    const changed = await this.database.run(
      `UPDATE salesforce_connections SET state = $2, state_reason = $3
       WHERE id = $1 AND disconnected_at IS NULL AND state = ANY($4) AND (state, state_reason) IS DISTINCT FROM ($2, $3)`,
      [id, state, reason, from],
    );
    return changed > 0;
  }

  async keepPreflight(
    id: number,
    found: { preflight: Preflight; personAccounts: boolean; externalIds: Record<SyncObject, string | null> },
  ): Promise<void> {
    await this.database.run(
      `UPDATE salesforce_connections SET preflight = $2::jsonb, person_accounts = $3, external_ids = $4::jsonb WHERE id = $1`,
      [id, JSON.stringify(found.preflight), found.personAccounts, JSON.stringify(found.externalIds)],
    );
  }

  /** Records that are, or were meant to be, in step with the organisation that was connected last. */
  async countLinks(): Promise<number> {
    const sql = 'SELECT count(*)::int AS count FROM salesforce_links WHERE salesforce_id IS NOT NULL';
    return (await this.database.row<{ count: number }>(sql, []))?.count ?? 0;
  }

  /** With everything that means something in one organisation only; the history and the mappings stay. */
  async removeLinks(): Promise<void> {
    for (const table of OF_ONE_ORGANISATION) await this.database.run(`DELETE FROM ${table}`, []);
    await this.database.run('UPDATE salesforce_object_settings SET record_type_id = NULL', []);
  }

  /** Whether any record is, or was meant to be, in step with the organisation that was connected last. */
  async hasLinks(): Promise<boolean> {
    const row = await this.database.row('SELECT 1 FROM salesforce_links WHERE salesforce_id IS NOT NULL LIMIT 1', []);
    return row !== undefined;
  }
}

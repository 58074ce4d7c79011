import { Injectable } from '@nestjs/common';
import type { RoutingPolicy, RoutingSettings } from '@bureau/contracts';
import { Database, RawJson, statement } from '@bureau/platform';

/** The contract `RoutingSettings`. */
const SETTINGS = `jsonb_build_object('offerSeconds', offer_seconds, 'timeoutsBeforePause', timeouts_before_pause,
  'declinedMinutes', declined_minutes, 'graceSeconds', grace_seconds, 'whenAway', when_away, 'capacity', capacity)`;
const READ = statement('routing.settings', `SELECT ${SETTINGS} AS settings FROM routing_settings`);
const POLICY = `jsonb_build_object('caseOrder', case_order, 'agentOrder', agent_order, 'byLanguage', by_language,
  'byLastHandler', by_last_handler)`;
const POLICIES = statement(
  'routing.policies',
  `SELECT filter_id AS "filterId", ${POLICY} AS policy FROM routing_policies`,
);

/** How routing is set: for the desk, and for each filter. */
@Injectable()
export class RoutingSettingsRepository {
  constructor(private readonly database: Database) {}

  async get(): Promise<RoutingSettings> {
    const row = await this.database.row<{ settings: RoutingSettings }>(READ);
    if (!row) throw new Error('The routing settings of this desk are missing.');
    return row.settings;
  }

  async read(): Promise<RawJson> {
    const row = await this.database.row<{ json: string; version: string }>(
      `SELECT ${SETTINGS}::text AS json, updated_at::text AS version FROM routing_settings`,
    );
    if (!row) throw new Error('The routing settings of this desk are missing.');
    return new RawJson(row.json, row.version);
  }

  /** Kept from changing until the end of the transaction. */
  async lock(): Promise<{ settings: RoutingSettings; version: string }> {
    const row = await this.database.row<{ settings: RoutingSettings; version: string }>(
      `SELECT ${SETTINGS} AS settings, updated_at::text AS version FROM routing_settings FOR UPDATE`,
    );
    if (!row) throw new Error('The routing settings of this desk are missing.');
    return row;
  }

  async update(settings: RoutingSettings): Promise<void> {
    await this.database.run(
      `UPDATE routing_settings SET offer_seconds = $1, timeouts_before_pause = $2, declined_minutes = $3,
         grace_seconds = $4, when_away = $5, capacity = $6`,
      [
        settings.offerSeconds,
        settings.timeoutsBeforePause,
        settings.declinedMinutes,
        settings.graceSeconds,
        settings.whenAway,
        JSON.stringify(settings.capacity),
      ],
    );
  }

  /** Of the filters that have one; the others are as `DEFAULT_POLICY` says. */
  async policies(): Promise<Map<number, RoutingPolicy>> {
    const rows = await this.database.rows<{ filterId: number; policy: RoutingPolicy }>(POLICIES);
    return new Map(rows.map(({ filterId, policy }) => [filterId, policy]));
  }

  async setPolicy(
    filterId: number,
    { caseOrder, agentOrder, byLanguage, byLastHandler }: RoutingPolicy,
  ): Promise<void> {
    await this.database.run(
      `INSERT INTO routing_policies (filter_id, case_order, agent_order, by_language, by_last_handler)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (filter_id) DO UPDATE SET case_order = excluded.case_order, agent_order = excluded.agent_order,
         by_language = excluded.by_language, by_last_handler = excluded.by_last_handler`,
      [filterId, caseOrder, agentOrder, byLanguage, byLastHandler],
    );
  }
}

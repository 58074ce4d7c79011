import { Injectable } from '@nestjs/common';
import type { Actions, Conditions, CreateRule, RuleTrouble, RuleType } from '@bureau/contracts';
import { Database, putInOrder, statement } from '@bureau/platform';

/** A rule as it is kept. */
export interface StoredRule {
  id: number;
  type: RuleType;
  name: string;
  description: string;
  brandId: number | null;
  conditions: Conditions;
  actions: Actions;
  stopProcessing: boolean;
  enabled: boolean;
  disabledReason: string | null;
  disabledBecause: RuleTrouble | null;
  position: number;
  version: number;
  updatedAt: string;
  /** What `If-Match` is compared with. */
  revision: string;
  updatedBy: { id: number; name: string } | null;
}

export type RuleSettings = CreateRule;

/** What a rule was, as cases tell of it. */
export interface StoredVersion {
  ruleId: number;
  version: number;
  name: string;
  brandId: number | null;
  conditions: Conditions;
  actions: Actions;
  stopProcessing: boolean;
  createdAt: string;
  createdBy: { id: number; name: string } | null;
}

export interface RuleWrite {
  settings: RuleSettings;
  disabledReason: string | null;
  version: number;
  userId: number | null;
}

const COLUMNS = `r.id, r.type, r.name, r.description, r.brand_id AS "brandId", r.conditions, r.actions,
  r.stop_processing AS "stopProcessing", r.enabled, r.disabled_reason AS "disabledReason",
  r.disabled_because AS "disabledBecause", r.position, r.version,
  to_json(r.updated_at) #>> '{}' AS "updatedAt", r.updated_at::text AS revision,
  CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'name', u.name) END AS "updatedBy"`;
const FROM = 'FROM rules r LEFT JOIN users u ON u.id = r.updated_by';

const VERSION_COLUMNS = `v.rule_id AS "ruleId", v.version, v.name, v.brand_id AS "brandId", v.conditions, v.actions,
  v.stop_processing AS "stopProcessing", to_json(v.created_at) #>> '{}' AS "createdAt", v.created_by AS "createdBy"`;

const GENERATION = statement('rules.generation', 'SELECT version FROM rules_version');
const ENABLED = statement('rules.enabled', `SELECT ${COLUMNS} ${FROM} WHERE r.enabled ORDER BY r.position, r.id`);
const NAMES = statement('rules.names', 'SELECT id, name FROM rules');
const NAMED = statement(
  'rules.named',
  `SELECT id FROM rules WHERE strpos(fold_text(name), fold_text($1)) > 0
   UNION SELECT rule_id FROM rule_versions v WHERE strpos(fold_text(v.name), fold_text($1)) > 0
     AND NOT EXISTS (SELECT FROM rules r WHERE r.id = v.rule_id)`,
);
const VERSIONS = statement(
  'rules.versions',
  `SELECT ${VERSION_COLUMNS} FROM rule_versions v
   JOIN unnest($1::bigint[], $2::integer[]) AS w (rule_id, version) ON w.rule_id = v.rule_id AND w.version = v.version`,
);

/** The only place that speaks SQL for rules themselves. */
@Injectable()
export class RuleRepository {
  constructor(private readonly database: Database) {}

  /** Grows with every committed change of a rule. */
  async generation(): Promise<number> {
    return (await this.database.row<{ version: number }>(GENERATION))?.version ?? 0;
  }

  /** Those that are switched on, in the order in which they are considered. */
  enabled(): Promise<StoredRule[]> {
    return this.database.rows<StoredRule>(ENABLED);
  }

  list(type: RuleType | null): Promise<StoredRule[]> {
    const sql = `SELECT ${COLUMNS} ${FROM} WHERE $1::text IS NULL OR r.type = $1 ORDER BY r.type, r.position, r.id`;
    return this.database.rows<StoredRule>(sql, [type]);
  }

  find(ruleId: number): Promise<StoredRule | undefined> {
    return this.database.row<StoredRule>(`SELECT ${COLUMNS} ${FROM} WHERE r.id = $1`, [ruleId]);
  }

  lock(ruleId: number): Promise<StoredRule | undefined> {
    return this.database.row<StoredRule>(`SELECT ${COLUMNS} ${FROM} WHERE r.id = $1 FOR UPDATE OF r`, [ruleId]);
  }

  /** Holds back everybody else who writes rules, until the end of the transaction. Returns how many rules there are. */
  async lockAll(): Promise<number> {
    await this.database.run('SELECT FROM rules_version FOR UPDATE');
    return (await this.database.row<{ count: number }>('SELECT count(*) AS count FROM rules'))?.count ?? 0;
  }

  /** Behind the others of its type. */
  async insert(write: RuleWrite): Promise<number> {
    const { type, ...settings } = write.settings;
    const row = await this.database.row<{ id: number }>(
      `INSERT INTO rules (name, description, brand_id, conditions, actions, stop_processing, enabled, disabled_reason,
                          version, updated_by, type, position)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
               (SELECT coalesce(max(position), 0) + 1 FROM rules WHERE type = $11)) RETURNING id`,
      [...valuesOf({ ...write, settings: { type, ...settings } }), type],
    );
    if (!row) throw new Error('The rule was not saved.');
    return row.id;
  }

  async update(ruleId: number, write: RuleWrite): Promise<void> {
    await this.database.run(
      `UPDATE rules SET name = $1, description = $2, brand_id = $3, conditions = $4, actions = $5, stop_processing = $6,
         enabled = $7, disabled_reason = $8, version = $9, updated_by = $10,
         disabled_because = CASE WHEN $8::text IS NOT NULL THEN disabled_because END
       WHERE id = $11`,
      [...valuesOf(write), ruleId],
    );
  }

  async delete(ruleId: number): Promise<void> {
    await this.database.run('DELETE FROM rules WHERE id = $1', [ruleId]);
  }

  async isEnabled(ruleId: number): Promise<boolean> {
    return (await this.database.row('SELECT FROM rules WHERE id = $1 AND enabled', [ruleId])) !== undefined;
  }

  /** False when it was off already. */
  async switchOff(ruleId: number, { reason, because }: { reason: string; because: RuleTrouble }): Promise<boolean> {
    const sql =
      'UPDATE rules SET enabled = false, disabled_reason = $2, disabled_because = $3 WHERE id = $1 AND enabled';
    return (await this.database.run(sql, [ruleId, reason, JSON.stringify(because)])) > 0;
  }

  /** Puts the named ones of a type first, in this order; the others keep theirs behind them. */
  async reorder(type: RuleType, ruleIds: readonly number[]): Promise<void> {
    await this.database.run(putInOrder('rules', 'type = $2'), [ruleIds, type]);
  }

  async addVersion(version: Omit<StoredVersion, 'createdAt'> & { at: Date }): Promise<void> {
    await this.database.run(
      `INSERT INTO rule_versions (rule_id, version, name, brand_id, conditions, actions, stop_processing, created_at, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        version.ruleId,
        version.version,
        version.name,
        version.brandId,
        JSON.stringify(version.conditions),
        JSON.stringify(version.actions),
        version.stopProcessing,
        version.at,
        version.createdBy && JSON.stringify(version.createdBy),
      ],
    );
  }

  /** The latest first. */
  versions(ruleId: number): Promise<StoredVersion[]> {
    const sql = `SELECT ${VERSION_COLUMNS} FROM rule_versions v WHERE v.rule_id = $1 ORDER BY v.version DESC`;
    return this.database.rows<StoredVersion>(sql, [ruleId]);
  }

  /** What rules are called, by id. */
  async names(): Promise<Map<number, string>> {
    const rows = await this.database.rows<{ id: number; name: string }>(NAMES);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Those that are called so, or that were, in part; capitals do not matter. */
  async idsNamed(part: string): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(NAMED, [part]);
    return rows.map(({ id }) => id);
  }

  /** Those of these rules and versions that are still known: two columns of the same length. */
  versionsOf(ruleIds: readonly number[], versions: readonly number[]): Promise<StoredVersion[]> {
    return this.database.rows<StoredVersion>(VERSIONS, [ruleIds, versions]);
  }
}

function valuesOf({ settings, disabledReason, version, userId }: RuleWrite): unknown[] {
  return [
    settings.name,
    settings.description,
    settings.brandId,
    JSON.stringify(settings.conditions),
    JSON.stringify(settings.actions),
    settings.stopProcessing,
    settings.enabled,
    disabledReason,
    version,
    userId,
  ];
}

import { Injectable } from '@nestjs/common';
import type { Actor, CreateIntegrationUrl, IntegrationKind, IntegrationUrl } from '@bureau/contracts';
import { Database, putInOrder, statement } from '@bureau/platform';
import { caseAccess } from '../case/case-access.ts';
import { shownTo } from './integration-access.ts';

/** An integration as it is kept. */
export interface StoredIntegration extends IntegrationUrl {
  version: string;
}

/** What is set of an integration, with the one place that its frame may show. */
export type IntegrationSettings = CreateIntegrationUrl & Pick<IntegrationUrl, 'origin'>;

/** What is needed to show one. */
export interface ShownRow {
  id: number;
  name: string;
  description: string;
  kind: IntegrationKind;
  markup: string;
  origin: string | null;
  height: number;
  secretSealed: string | null;
}

const INTEGRATION = `i.id, i.name, i.description, i.kind, i.markup, i.origin, i.role_ids AS "roleIds", i.height, i.enabled, i.position,
  CASE i.visibility WHEN 'everyone' THEN jsonb_build_object('for', 'everyone')
    WHEN 'group' THEN jsonb_build_object('for', 'group', 'groupId', i.group_id)
    ELSE jsonb_build_object('for', 'user', 'userId', i.user_id) END AS visibility,
  to_json(i.secret_at) AS "secretAt", to_json(i.updated_at) AS "updatedAt", i.updated_at::text AS version,
  (SELECT json_build_object('id', u.id, 'name', u.name) FROM users u WHERE u.id = i.updated_by) AS "updatedBy"`;

const SHOWN = `i.id, i.name, i.description, i.kind, i.markup, i.origin, i.height, i.secret_sealed AS "secretSealed"`;

const ALL = statement('integrations.all', `SELECT ${INTEGRATION} FROM integration_urls i ORDER BY i.position, i.id`);
const LOCK = statement(
  'integrations.lock',
  `SELECT ${INTEGRATION} FROM integration_urls i WHERE i.id = $1 FOR UPDATE OF i`,
);
const COLUMNS = [
  ...['name', 'description', 'kind', 'markup', 'origin', 'visibility', 'group_id', 'user_id'],
  ...['role_ids', 'height', 'enabled', 'updated_by'],
];
const INSERT = statement(
  'integrations.insert',
  `INSERT INTO integration_urls (${COLUMNS.join(', ')}, position)
   VALUES (${COLUMNS.map((_, index) => `$${index + 1}`).join(', ')},
     (SELECT coalesce(max(position), 0) + 1 FROM integration_urls)) RETURNING id`,
);
const UPDATE = statement(
  'integrations.update',
  `UPDATE integration_urls SET ${COLUMNS.map((column, index) => `${column} = $${index + 2}`).join(', ')} WHERE id = $1`,
);
const ORIGINS = statement(
  'integrations.origins',
  'SELECT DISTINCT origin FROM integration_urls WHERE enabled AND origin IS NOT NULL ORDER BY origin',
);

/** The only place that speaks SQL for integrations themselves. */
@Injectable()
export class IntegrationUrlRepository {
  constructor(private readonly database: Database) {}

  /** Every integration of the desk in its order. */
  all(): Promise<StoredIntegration[]> {
    return this.database.rows<StoredIntegration>(ALL);
  }

  async find(id: number): Promise<StoredIntegration | undefined> {
    return this.database.row<StoredIntegration>(`SELECT ${INTEGRATION} FROM integration_urls i WHERE i.id = $1`, [id]);
  }

  /** Locked until the end of the transaction. */
  async lock(id: number): Promise<StoredIntegration | undefined> {
    return this.database.row<StoredIntegration>(LOCK, [id]);
  }

  /** Those that somebody is shown, in their order. */
  shownTo(actor: Actor): Promise<ShownRow[]> {
    const access = shownTo(actor, 1);
    return this.database.rows<ShownRow>(
      `SELECT ${SHOWN} FROM integration_urls i WHERE ${access.sql} ORDER BY i.position, i.id`,
      access.values,
    );
  }

  /** Whether somebody sees a case; one in the trash nobody does here. */
  async seesCase(actor: Actor, caseId: number): Promise<boolean> {
    const access = caseAccess(actor, 2);
    const sql = `SELECT FROM cases c WHERE c.id = $1 AND c.deleted_at IS NULL AND ${access.sql}`;
    return (await this.database.row(sql, [caseId, ...access.values])) !== undefined;
  }

  async insert(settings: IntegrationSettings, by: number | null): Promise<number> {
    const row = await this.database.row<{ id: number }>(INSERT, valuesOf(settings, by));
    if (!row) throw new Error('The integration was not saved.');
    return row.id;
  }

  async update(id: number, settings: IntegrationSettings, by: number | null): Promise<void> {
    await this.database.run(UPDATE, [id, ...valuesOf(settings, by)]);
  }

  async setSecret(id: number, { sealed, at }: { sealed: string; at: Date }): Promise<void> {
    await this.database.run('UPDATE integration_urls SET secret_sealed = $2, secret_at = $3 WHERE id = $1', [
      id,
      sealed,
      at,
    ]);
  }

  async delete(id: number): Promise<void> {
    await this.database.run('DELETE FROM integration_urls WHERE id = $1', [id]);
  }

  /** Puts the named ones first, in this order; the others keep theirs behind them. */
  async reorder(ids: readonly number[]): Promise<void> {
    await this.database.run(putInOrder('integration_urls'), [ids]);
  }

  /** What frames may show. */
  async origins(): Promise<string[]> {
    return (await this.database.rows<{ origin: string }>(ORIGINS)).map(({ origin }) => origin);
  }

  /** Those of a group, in order. */
  async ofGroup(groupId: number): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      'SELECT id FROM integration_urls WHERE group_id = $1 ORDER BY id',
      [groupId],
    );
    return rows.map(({ id }) => id);
  }

  /** Roles of which there is none. */
  async unknownRoles(roleIds: readonly number[]): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      'SELECT w.id FROM unnest($1::bigint[]) AS w (id) WHERE NOT EXISTS (SELECT FROM roles r WHERE r.id = w.id)',
      [roleIds],
    );
    return rows.map(({ id }) => id);
  }

  async userExists(userId: number): Promise<boolean> {
    const sql = 'SELECT FROM users WHERE id = $1 AND disabled_at IS NULL';
    return (await this.database.row(sql, [userId])) !== undefined;
  }
}

function valuesOf({ visibility, ...settings }: IntegrationSettings, by: number | null): unknown[] {
  return [
    settings.name,
    settings.description,
    settings.kind,
    settings.markup,
    settings.origin,
    visibility.for,
    visibility.for === 'group' ? visibility.groupId : null,
    visibility.for === 'user' ? visibility.userId : null,
    settings.roleIds,
    settings.height,
    settings.enabled,
    by,
  ];
}

import { Injectable } from '@nestjs/common';
import { Permission, type StandardRole } from '@bureau/contracts';
import { Database, RawJson } from '@bureau/platform';
import { RoleEntity } from './role.entity.ts';

/** The contract `Role` from `r`; `$1` are all permissions that there are. */
const PRESENTED = `jsonb_build_object(
  'id', r.id, 'key', r.key, 'name', r.name, 'description', r.description, 'everything', r.everything,
  'permissions', ARRAY(SELECT p FROM unnest($1::text[]) p WHERE r.everything OR p = ANY(r.permissions)),
  'caseScope', r.case_scope, 'ownBrandsOnly', r.own_brands_only, 'twoFactorRequired', r.two_factor_required,
  'userCount', (SELECT count(*) FROM users u WHERE u.role_id = r.id), 'updatedAt', r.updated_at)::text AS json`;

type NewRole = Pick<
  RoleEntity,
  'name' | 'description' | 'permissions' | 'caseScope' | 'ownBrandsOnly' | 'twoFactorRequired'
>;

@Injectable()
export class RoleRepository {
  constructor(private readonly database: Database) {}

  find(id: number): Promise<RoleEntity | null> {
    return this.database.repository(RoleEntity).findOneBy({ id });
  }

  /** One of the roles that every desk begins with. */
  async standard(key: StandardRole): Promise<RoleEntity> {
    const role = await this.database.repository(RoleEntity).findOneBy({ key });
    if (!role) throw new Error(`The standard role "${key}" is missing from this desk.`);
    return role;
  }

  async list(): Promise<RawJson> {
    const rows = await this.database.rows<{ json: string }>(
      `SELECT ${PRESENTED} FROM roles r ORDER BY r.key IS NULL, r.position, r.name, r.id`,
      [Permission.options],
    );
    return new RawJson(`{"items":[${rows.map(({ json }) => json).join(',')}]}`);
  }

  async read(id: number): Promise<RawJson | undefined> {
    const row = await this.database.row<{ json: string; version: string }>(
      `SELECT ${PRESENTED}, r.updated_at::text AS version FROM roles r WHERE r.id = $2`,
      [Permission.options, id],
    );
    return row && new RawJson(row.json, row.version);
  }

  /** Keeps it from being changed, or given to somebody, until the end of the transaction. */
  lock(id: number): Promise<{ version: string } | undefined> {
    return this.database.row('SELECT updated_at::text AS version FROM roles WHERE id = $1 FOR UPDATE', [id]);
  }

  create(role: NewRole): Promise<RoleEntity> {
    return this.database.repository(RoleEntity).save(role);
  }

  async update(id: number, changes: Partial<NewRole>): Promise<void> {
    await this.database.repository(RoleEntity).save({ id, ...changes });
  }

  async remove(id: number): Promise<void> {
    await this.database.run('DELETE FROM roles WHERE id = $1', [id]);
  }

  async userIds(roleId: number): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>('SELECT id FROM users WHERE role_id = $1', [roleId]);
    return rows.map(({ id }) => id);
  }
}

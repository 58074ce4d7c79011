import { Injectable } from '@nestjs/common';
import type { ChangeProfile, ChangeUser, UserState } from '@bureau/contracts';
import { Database } from '@bureau/platform';

/** The contract `UserState` from `u`. */
export const USER_STATE = `CASE WHEN u.disabled_at IS NOT NULL THEN 'disabled'
  WHEN u.password_hash IS NULL THEN 'invited' ELSE 'active' END`;

/** A user as the audit log tells of him. */
export interface UserRecord {
  name: string;
  publicName: string;
  signature: string;
  email: string;
  role: string;
  groups: string[];
  brands: string[];
  state: UserState;
}

export interface LockedUser {
  record: UserRecord;
  /** His role may do everything. */
  everything: boolean;
  version: string;
}

/** What those who manage users write. */
@Injectable()
export class UserRecordRepository {
  constructor(private readonly database: Database) {}

  /** The user as he is, kept from changing until the end of the transaction. */
  async lock(id: number): Promise<LockedUser | undefined> {
    await this.database.run('SELECT 1 FROM users WHERE id = $1 FOR UPDATE', [id]);
    return this.database.row<LockedUser>(
      `SELECT r.everything, u.updated_at::text AS version,
         jsonb_build_object('name', u.name, 'publicName', u.public_name, 'signature', u.signature, 'email', u.email, 'role', r.name,
           'groups', ARRAY(SELECT g.name FROM groups g JOIN group_members m ON m.group_id = g.id
                           WHERE m.user_id = u.id ORDER BY g.name),
           'brands', ARRAY(SELECT b.name FROM brands b JOIN user_brands s ON s.brand_id = b.id
                           WHERE s.user_id = u.id ORDER BY b.name, b.id),
           'state', ${USER_STATE}) AS record
       FROM users u JOIN roles r ON r.id = u.role_id WHERE u.id = $1`,
      [id],
    );
  }

  /** Somebody who has no password yet. */
  async create(user: { name: string; publicName: string; email: string; roleId: number }): Promise<number> {
    const row = await this.database.row<{ id: number }>(
      'INSERT INTO users (name, public_name, email, role_id) VALUES ($1, $2, $3, $4) RETURNING id',
      [user.name, user.publicName, user.email, user.roleId],
    );
    if (!row) throw new Error('The user was not written.');
    return row.id;
  }

  /** What is not named stays. Also marks the user as changed, whatever of him changes. */
  async update(id: number, { name, publicName, email, roleId, signature }: ChangeUser & ChangeProfile): Promise<void> {
    await this.database.run(
      `UPDATE users SET name = coalesce($2, name), public_name = coalesce($3, public_name),
         email = coalesce($4, email), role_id = coalesce($5, role_id), signature = coalesce($6, signature) WHERE id = $1`,
      [id, name ?? null, publicName ?? null, email ?? null, roleId ?? null, signature ?? null],
    );
  }

  async setDisabled(id: number, disabledAt: Date | null): Promise<void> {
    await this.database.run('UPDATE users SET disabled_at = $2 WHERE id = $1', [id, disabledAt]);
  }
}

import { Injectable } from '@nestjs/common';
import { permits, userIdOf, type Actor, type ListUsers } from '@bureau/contracts';
import { Database, ProblemError, RawJson } from '@bureau/platform';
import { USER_STATE } from './user-record.repository.ts';

/**
 * The contract `UserDetails` from `u` and his role `r`. How somebody signs in is told to those who manage users ($1), and
 * to himself ($2).
 */
const PRESENTED = `jsonb_build_object('id', u.id, 'name', u.name, 'publicName', u.public_name, 'email', u.email,
  'signature', u.signature, 'available', u.available,
  'role', jsonb_build_object('id', r.id, 'name', r.name), 'state', ${USER_STATE},
  'groupIds', ARRAY(SELECT group_id FROM group_members WHERE user_id = u.id ORDER BY group_id),
  'brandIds', ARRAY(SELECT brand_id FROM user_brands WHERE user_id = u.id ORDER BY brand_id),
  'twoFactor', CASE WHEN $1 OR u.id = $2 THEN
    EXISTS (SELECT FROM two_factors t WHERE t.user_id = u.id AND t.confirmed_at IS NOT NULL) END,
  'lastSignInAt', CASE WHEN $1 OR u.id = $2 THEN u.last_sign_in_at END,
  'updatedAt', u.updated_at)::text AS json`;

/** The people who work here, as others see them. */
@Injectable()
export class UsersQueries {
  constructor(private readonly database: Database) {}

  /** By name; without a state those who may sign in, or will. */
  async list(actor: Actor, { state }: ListUsers): Promise<RawJson> {
    const rows = await this.database.rows<{ json: string }>(
      `SELECT ${PRESENTED} FROM users u JOIN roles r ON r.id = u.role_id
       WHERE CASE WHEN $3::text IS NULL THEN u.disabled_at IS NULL ELSE $3 IN ('all', ${USER_STATE}) END
       ORDER BY u.name, u.id`,
      [...readerOf(actor), state ?? null],
    );
    return new RawJson(`{"items":[${rows.map(({ json }) => json).join(',')}]}`);
  }

  /** Throws user.not-found. */
  async read(actor: Actor, userId: number): Promise<RawJson> {
    const row = await this.database.row<{ json: string; version: string }>(
      `SELECT ${PRESENTED}, u.updated_at::text AS version FROM users u JOIN roles r ON r.id = u.role_id WHERE u.id = $3`,
      [...readerOf(actor), userId],
    );
    if (!row) throw new ProblemError('user.not-found');
    return new RawJson(row.json, row.version);
  }

  /** The user himself. Throws session.required for who is none. */
  me(actor: Actor): Promise<RawJson> {
    const userId = userIdOf(actor);
    if (userId === undefined) throw new ProblemError('session.required');
    return this.read(actor, userId);
  }
}

function readerOf(actor: Actor): [managesUsers: boolean, userId: number | null] {
  return [permits(actor, 'users:manage'), userIdOf(actor) ?? null];
}

import { Injectable } from '@nestjs/common';
import type { RoleSummary, Session } from '@bureau/contracts';
import { Database, ProblemError } from '@bureau/platform';
import { actorOf, SIGNED_IN_USER, type SignedInUserRow } from '../user/signed-in-user.ts';

/** What somebody who is signed in is told about himself. */
@Injectable()
export class SessionQueries {
  constructor(private readonly database: Database) {}

  /** Throws session.required when the user may not sign in any more. */
  async of(userId: number): Promise<Session> {
    const row = await this.database.row<SignedInUserRow & { email: string; role: RoleSummary }>(
      `SELECT ${SIGNED_IN_USER}, u.email, jsonb_build_object('id', r.id, 'name', r.name) AS role
       FROM users u JOIN roles r ON r.id = u.role_id WHERE u.id = $1 AND u.disabled_at IS NULL`,
      [userId],
    );
    if (!row) throw new ProblemError('session.required');
    const { name, permissions, access } = actorOf(row);
    return {
      user: { id: userId, name, email: row.email, role: row.role },
      permissions,
      access,
      realtimeUrl: '/realtime',
    };
  }
}

import { Injectable } from '@nestjs/common';
import type { RoleSummary, Session, SessionSummary } from '@bureau/contracts';
import { Clock, Database, ProblemError } from '@bureau/platform';
import { TWO_FACTOR, type TwoFactorColumns } from '../two-factor/two-factor-columns.ts';
import { actorOf, SIGNED_IN_USER, type SignedInUserRow } from '../user/signed-in-user.ts';

/** What somebody who is signed in is told about himself. */
@Injectable()
export class SessionQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws session.required when the user may not sign in any more. */
  async of(userId: number): Promise<Session> {
    const row = await this.database.row<SignedInUserRow & TwoFactorColumns & { email: string; role: RoleSummary }>(
      `SELECT ${SIGNED_IN_USER}, ${TWO_FACTOR}, u.email, jsonb_build_object('id', r.id, 'name', r.name) AS role
       FROM users u JOIN roles r ON r.id = u.role_id WHERE u.id = $1 AND u.disabled_at IS NULL`,
      [userId],
    );
    if (!row) throw new ProblemError('session.required');
    const { name, permissions, access } = actorOf(row);
    return {
      user: { id: userId, name, email: row.email, role: row.role },
      permissions,
      access,
      twoFactor: { enabled: row.twoFactorEnabled, required: row.twoFactorRequired },
      realtimeUrl: '/realtime',
    };
  }

  /** The browsers that a user is signed in with, latest use first. */
  list(userId: number, currentSessionId: number | null): Promise<SessionSummary[]> {
    return this.database.rows<SessionSummary>(
      `SELECT id, created_at AS "createdAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt",
         user_agent AS "userAgent", network, id IS NOT DISTINCT FROM $2::bigint AS current
       FROM sessions WHERE user_id = $1 AND expires_at > $3 ORDER BY last_seen_at DESC, id DESC`,
      [userId, currentSessionId, this.clock.now()],
    );
  }
}

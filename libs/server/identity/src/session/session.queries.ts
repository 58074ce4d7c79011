import { Injectable } from '@nestjs/common';
import { preferencesFrom, type RoleSummary, type Session, type SessionSummary } from '@bureau/contracts';
import { Clock, Database, ProblemError } from '@bureau/platform';
import { TWO_FACTOR, type TwoFactorColumns } from '../two-factor/two-factor-columns.ts';
import { isGood } from './session.repository.ts';
import { actorOf, SIGNED_IN_USER, type SignedInUserRow } from '../user/signed-in-user.ts';

interface Own {
  email: string;
  role: RoleSummary;
  available: boolean;
  preferences: unknown;
}

/** What somebody who is signed in is told about himself. */
@Injectable()
export class SessionQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws session.required when the user may not sign in any more. */
  async of(userId: number): Promise<Session> {
    const row = await this.database.row<SignedInUserRow & TwoFactorColumns & Own>(
      `SELECT ${SIGNED_IN_USER}, ${TWO_FACTOR}, u.email, u.available, p.preferences,
         jsonb_build_object('id', r.id, 'name', r.name) AS role
       FROM users u JOIN roles r ON r.id = u.role_id LEFT JOIN user_preferences p ON p.user_id = u.id
       WHERE u.id = $1 AND u.disabled_at IS NULL`,
      [userId],
    );
    if (!row) throw new ProblemError('session.required');
    const { name, permissions, access } = actorOf(row);
    return {
      user: { id: userId, name, email: row.email, role: row.role },
      permissions,
      access,
      twoFactor: { enabled: row.twoFactorEnabled, required: row.twoFactorRequired },
      available: row.available,
      preferences: preferencesFrom(row.preferences),
      realtimeUrl: '/realtime',
    };
  }

  /** The browsers that a user is signed in with, latest use first. */
  list(userId: number, currentSessionId: number | null): Promise<SessionSummary[]> {
    return this.database.rows<SessionSummary>(
      `SELECT s.id, s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt",
         least(s.expires_at, s.created_at + g.session_hours * interval '1 hour') AS "expiresAt",
         s.user_agent AS "userAgent", s.network, s.id IS NOT DISTINCT FROM $2::bigint AS current
       FROM sessions s, sign_in_settings g WHERE s.user_id = $1 AND ${isGood('$3')}
       ORDER BY s.last_seen_at DESC, s.id DESC`,
      [userId, currentSessionId, this.clock.now()],
    );
  }
}

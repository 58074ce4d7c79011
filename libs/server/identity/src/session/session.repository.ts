import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, networkOf, statement } from '@bureau/platform';
import { actorOf, SIGNED_IN_USER, type SignedInUserRow, type UserActor } from '../user/signed-in-user.ts';
import { mustSetUp, TWO_FACTOR, type TwoFactorColumns } from '../two-factor/two-factor-columns.ts';
import { SessionEntity } from './session.entity.ts';

export interface OpenSession {
  sessionId: number;
  actor: UserActor;
  mustSetUpTwoFactor: boolean;
}

/** Where a request comes from. */
export interface Origin {
  ip: string;
  userAgent: string | undefined;
}

/**
 * Whether a session `s` is good at `now`: not too old, not unused for too long, by the sign-in settings of this moment.
 * `now` is a placeholder of a statement.
 */
export function isGood(now: string): string {
  return `s.expires_at > ${now}::timestamptz AND EXISTS (SELECT FROM sign_in_settings g
    WHERE s.created_at > ${now}::timestamptz - g.session_hours * interval '1 hour'
      AND s.last_seen_at > ${now}::timestamptz - g.idle_minutes * interval '1 minute')`;
}

/** How exactly a session remembers when it was last used. */
const SEEN_MS = 5 * 60_000;
const USER_AGENT_LENGTH = 300;

const FIND = statement(
  'sessions.find',
  `SELECT s.id AS "sessionId", s.last_seen_at AS "lastSeenAt", ${TWO_FACTOR}, ${SIGNED_IN_USER}
   FROM sessions s JOIN users u ON u.id = s.user_id JOIN roles r ON r.id = u.role_id
   WHERE s.token_hash = $1 AND ${isGood('$2')} AND u.disabled_at IS NULL`,
);

@Injectable()
export class SessionRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Opens a session and returns its token: 256 random bits, base64url. */
  async open(
    userId: number,
    { ip, userAgent = '' }: Origin,
  ): Promise<{ token: string; sessionId: number; expiresAt: Date }> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = await this.endOf(now);
    const { id } = await this.database.repository(SessionEntity).save({
      tokenHash: hashOf(token),
      userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt,
      userAgent: userAgent.replaceAll('\0', '').slice(0, USER_AGENT_LENGTH),
      network: networkOf(ip),
    });
    await this.database.run('UPDATE users SET last_sign_in_at = $2 WHERE id = $1', [userId, now]);
    return { token, sessionId: id, expiresAt };
  }

  /** The session of a token, if it is still good. Remembers, every five minutes, that it was used and from where. */
  async find(token: string, ip?: string): Promise<OpenSession | undefined> {
    const now = this.clock.now();
    const found = await this.database.row<SignedInUserRow & TwoFactorColumns & { sessionId: number; lastSeenAt: Date }>(
      FIND,
      [hashOf(token), now],
    );
    if (!found) return undefined;
    const { lastSeenAt, sessionId } = found;
    if (now.getTime() - lastSeenAt.getTime() > SEEN_MS) {
      await this.database.run('UPDATE sessions SET last_seen_at = $2, network = coalesce($3, network) WHERE id = $1', [
        sessionId,
        now,
        ip === undefined ? null : networkOf(ip),
      ]);
    }
    return { sessionId, actor: actorOf(found), mustSetUpTwoFactor: mustSetUp(found) };
  }

  async end(token: string): Promise<number | undefined> {
    const ended = await this.database.row<{ id: number }>(ending('token_hash = $1'), [hashOf(token)]);
    return ended?.id;
  }

  /** Ends all that are too old or unused for too long. Returns their ids. */
  async endSpent(): Promise<number[]> {
    const spent = `id IN (SELECT s.id FROM sessions s WHERE NOT (${isGood('$1')}))`;
    const ended = await this.database.rows<{ id: number }>(ending(spent), [this.clock.now()]);
    return ended.map(({ id }) => id);
  }

  /** Ends one session of a user. False when he has no such session. */
  async endOne(userId: number, sessionId: number): Promise<boolean> {
    return (await this.database.row(ending('user_id = $1 AND id = $2'), [userId, sessionId])) !== undefined;
  }

  /** Ends the sessions of a user, but for the one named. Returns the ids of those that ended. */
  async endOthers(userId: number, keptSessionId: number | null): Promise<number[]> {
    const ended = await this.database.rows<{ id: number }>(ending('user_id = $1 AND id IS DISTINCT FROM $2'), [
      userId,
      keptSessionId,
    ]);
    return ended.map(({ id }) => id);
  }

  /** When a session that begins at `now` ends in any case. */
  private async endOf(now: Date): Promise<Date> {
    const row = await this.database.row<{ end: Date }>(
      `SELECT $1::timestamptz + session_hours * interval '1 hour' AS end FROM sign_in_settings`,
      [now],
    );
    if (!row) throw new Error('The sign-in settings of this desk are missing.');
    return row.end;
  }
}

/** Ends sessions and says whose they were in the same statement; the relay finds the fact within a moment. */
function ending(which: string): string {
  return `WITH ended AS (DELETE FROM sessions WHERE ${which} RETURNING id, user_id), told AS (
      INSERT INTO outbox (name, payload)
      SELECT 'session.ended', jsonb_build_object('userId', e.user_id, 'last', NOT EXISTS (
        SELECT FROM sessions s WHERE s.user_id = e.user_id AND s.id NOT IN (SELECT id FROM ended)))
      FROM (SELECT DISTINCT user_id FROM ended) e)
    SELECT id FROM ended`;
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

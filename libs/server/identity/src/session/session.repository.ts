import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, statement } from '@bureau/platform';
import { actorOf, SIGNED_IN_USER, type SignedInUserRow, type UserActor } from '../user/signed-in-user.ts';
import { SessionEntity } from './session.entity.ts';

export interface OpenSession {
  sessionId: number;
  actor: UserActor;
}

/** A session ends after this long without use, and after SESSION_DAYS in any case. */
const IDLE_DAYS = 14;
const SESSION_DAYS = 90;
const DAY = 86_400_000;

const FIND = statement(
  'sessions.find',
  `SELECT s.id AS "sessionId", s.last_seen_at AS "lastSeenAt", ${SIGNED_IN_USER}
   FROM sessions s JOIN users u ON u.id = s.user_id JOIN roles r ON r.id = u.role_id
   WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.last_seen_at > $3 AND u.disabled_at IS NULL`,
);

@Injectable()
export class SessionRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Opens a session and returns its token: 256 random bits, base64url. */
  async open(userId: number): Promise<{ token: string; sessionId: number; expiresAt: Date }> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + SESSION_DAYS * DAY);
    const session = { tokenHash: hashOf(token), userId, createdAt: now, lastSeenAt: now, expiresAt };
    const { id } = await this.database.repository(SessionEntity).save(session);
    return { token, sessionId: id, expiresAt };
  }

  /** The session of a token, if it is still good. Remembers, at most once an hour, that it was used. */
  async find(token: string): Promise<OpenSession | undefined> {
    const now = this.clock.now();
    const idleSince = new Date(now.getTime() - IDLE_DAYS * DAY);
    const values = [hashOf(token), now, idleSince];
    const found = await this.database.row<SignedInUserRow & { sessionId: number; lastSeenAt: Date }>(FIND, values);
    if (!found) return undefined;
    const { lastSeenAt, sessionId } = found;
    if (now.getTime() - lastSeenAt.getTime() > DAY / 24) {
      await this.database.run('UPDATE sessions SET last_seen_at = $2 WHERE id = $1', [sessionId, now]);
    }
    return { sessionId, actor: actorOf(found) };
  }

  async end(token: string): Promise<number | undefined> {
    const ended = await this.database.row<{ id: number }>('DELETE FROM sessions WHERE token_hash = $1 RETURNING id', [
      hashOf(token),
    ]);
    return ended?.id;
  }

  /** Ends the sessions of a user, but for the one named. Returns the ids of those that ended. */
  async endOthers(userId: number, keptSessionId: number | null): Promise<number[]> {
    const ended = await this.database.rows<{ id: number }>(
      'DELETE FROM sessions WHERE user_id = $1 AND id IS DISTINCT FROM $2 RETURNING id',
      [userId, keptSessionId],
    );
    return ended.map(({ id }) => id);
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, networkOf, statement } from '@bureau/platform';

const DAY_MS = 86_400_000;
/** A session ends after so long in any case, and when it was not used for half of it. */
const SESSION_DAYS = 30;
const IDLE_DAYS = 14;
/** How exactly a session remembers when it was last used. */
const SEEN_MS = 5 * 60_000;
const USER_AGENT_LENGTH = 300;

export interface OpenVisitorSession {
  sessionId: number;
  accountId: number;
  /** The living customer. */
  customerId: number;
  name: string;
  email: string;
}

const FIND = statement(
  'customer-sessions.find',
  `SELECT s.id AS "sessionId", s.last_seen_at AS "lastSeenAt", x.id AS "accountId", p.id AS "customerId", p.name,
     coalesce(p.address, (SELECT a.address FROM customer_addresses a WHERE a.customer_id = p.id
                          ORDER BY a.verified_at NULLS LAST, a.position LIMIT 1), '') AS email
   FROM customer_sessions s JOIN customer_accounts x ON x.id = s.account_id
     JOIN customers p ON p.id = living_customer(x.customer_id)
   WHERE s.token_hash = $1 AND s.brand_id = $2 AND s.expires_at > $3 AND s.last_seen_at > $4`,
);

/** Customers who are signed in, to each brand on its own (S32). */
@Injectable()
export class VisitorSessionRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Opens a session and returns its token: 256 random bits, base64url. */
  async open(
    accountId: number,
    { brandId, ip, userAgent }: { brandId: number; ip: string; userAgent: string },
  ): Promise<{ token: string; expiresAt: Date }> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + SESSION_DAYS * DAY_MS);
    await this.database.run(
      `WITH spent AS (DELETE FROM customer_sessions WHERE account_id = $2 AND expires_at < $4)
       INSERT INTO customer_sessions (token_hash, account_id, brand_id, created_at, last_seen_at, expires_at, user_agent, network)
       VALUES ($1, $2, $3, $4, $4, $5, $6, $7)`,
      [hashOf(token), accountId, brandId, now, expiresAt, userAgent.slice(0, USER_AGENT_LENGTH), networkOf(ip)],
    );
    await this.database.run('UPDATE customer_accounts SET last_sign_in_at = $2 WHERE id = $1', [accountId, now]);
    return { token, expiresAt };
  }

  /** Undefined for a session that is over, or of another brand. */
  async find(token: string, brandId: number): Promise<OpenVisitorSession | undefined> {
    const now = this.clock.now();
    const idle = new Date(now.getTime() - IDLE_DAYS * DAY_MS);
    const found = await this.database.row<OpenVisitorSession & { lastSeenAt: Date }>(FIND, [
      hashOf(token),
      brandId,
      now,
      idle,
    ]);
    if (!found) return undefined;
    const { lastSeenAt, ...session } = found;
    if (now.getTime() - lastSeenAt.getTime() > SEEN_MS) {
      await this.database.run('UPDATE customer_sessions SET last_seen_at = $2 WHERE id = $1', [session.sessionId, now]);
    }
    return session;
  }

  async end(token: string): Promise<void> {
    await this.database.run('DELETE FROM customer_sessions WHERE token_hash = $1', [hashOf(token)]);
  }

  /** Ends every session of an account, at every brand, but for the one with this token. */
  async endOthers(accountId: number, keptToken: string | null): Promise<void> {
    await this.database.run('DELETE FROM customer_sessions WHERE account_id = $1 AND token_hash IS DISTINCT FROM $2', [
      accountId,
      keptToken === null ? null : hashOf(keptToken),
    ]);
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LinkOwner } from '@bureau/contracts';
import { Clock, Database } from '@bureau/platform';

export type LinkPurpose = 'invitation' | 'password-reset';

const HOUR = 3_600_000;
const GOOD_FOR_MS: Record<LinkPurpose, number> = { invitation: 7 * 24 * HOUR, 'password-reset': HOUR };

/**
 * Good tokens `t` of `$1` as hash, `$2` as purpose, at `$3`, and their users `u`. Only who has no password yet can be
 * invited, and only who has one can have forgotten it.
 */
const GOOD = `t.token_hash = $1 AND t.purpose = $2 AND t.expires_at > $3 AND u.id = t.user_id AND u.disabled_at IS NULL
  AND (u.password_hash IS NULL) = (t.purpose = 'invitation')`;

/** What mailed links carry. Only a hash is kept: who reads the database cannot use what is there (security.md S37, S38). */
@Injectable()
export class UserTokenRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A new token: 256 random bits, base64url. */
  async issue(userId: number, purpose: LinkPurpose): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + GOOD_FOR_MS[purpose]);
    await this.database.run(
      `WITH old AS (DELETE FROM user_tokens WHERE expires_at < $4::timestamptz - interval '1 day')
       INSERT INTO user_tokens (user_id, purpose, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)`,
      [userId, purpose, hashOf(token), now, expiresAt],
    );
    return token;
  }

  /** Whom a token is for; undefined when it is not good. */
  owner(purpose: LinkPurpose, token: string): Promise<LinkOwner | undefined> {
    return this.database.row<LinkOwner>(
      `SELECT u.name, u.email, to_json(t.expires_at) #>> '{}' AS "expiresAt" FROM user_tokens t, users u WHERE ${GOOD}`,
      [hashOf(token), purpose, this.clock.now()],
    );
  }

  /** Uses a token up and returns its user; of two at once only one succeeds. */
  async spend(purpose: LinkPurpose, token: string): Promise<number | undefined> {
    const row = await this.database.row<{ userId: number }>(
      `DELETE FROM user_tokens t USING users u WHERE ${GOOD} RETURNING t.user_id AS "userId"`,
      [hashOf(token), purpose, this.clock.now()],
    );
    return row?.userId;
  }

  async endAll(userId: number): Promise<void> {
    await this.database.run('DELETE FROM user_tokens WHERE user_id = $1', [userId]);
  }

  /** How many of this purpose a user received in the last hour and has not used. */
  async issuedLately(userId: number, purpose: LinkPurpose): Promise<number> {
    const row = await this.database.row<{ count: number }>(
      'SELECT count(*) AS count FROM user_tokens WHERE user_id = $1 AND purpose = $2 AND created_at > $3',
      [userId, purpose, new Date(this.clock.now().getTime() - HOUR)],
    );
    return row?.count ?? 0;
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

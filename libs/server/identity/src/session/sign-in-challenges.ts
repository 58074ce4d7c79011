import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@bureau/platform';

const MINUTES = 5;

/** The time between the two steps of a sign-in: the password was right, the code is to come. Bound to the user. */
@Injectable()
export class SignInChallenges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A token of 256 random bits; the database has its hash. */
  async open(userId: number): Promise<{ challenge: string; expiresAt: string }> {
    const challenge = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + MINUTES * 60_000);
    await this.database.run(
      `WITH old AS (DELETE FROM sign_in_challenges WHERE expires_at < $4)
       INSERT INTO sign_in_challenges (token_hash, user_id, expires_at) VALUES ($1, $2, $3)`,
      [hashOf(challenge), userId, expiresAt, now],
    );
    return { challenge, expiresAt: expiresAt.toISOString() };
  }

  /** The user who is signing in; undefined when the challenge is unknown, spent or too old. */
  async userOf(challenge: string): Promise<number | undefined> {
    const row = await this.database.row<{ userId: number }>(
      'SELECT user_id AS "userId" FROM sign_in_challenges WHERE token_hash = $1 AND expires_at > $2',
      [hashOf(challenge), this.clock.now()],
    );
    return row?.userId;
  }

  /** False when somebody else spent it in the meantime. */
  async spend(challenge: string): Promise<boolean> {
    const sql = 'DELETE FROM sign_in_challenges WHERE token_hash = $1';
    return (await this.database.run(sql, [hashOf(challenge)])) > 0;
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

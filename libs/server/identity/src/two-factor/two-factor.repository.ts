import { Injectable } from '@nestjs/common';
import type { TwoFactor } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';
import { TWO_FACTOR_REQUIRED } from './two-factor-columns.ts';

/** Guesses that are looked at within the window; the next are refused unseen. */
const GUESSES = 5;

/** A second factor whose code is about to be checked. */
export interface GuessedTwoFactor {
  secretSealed: string;
  confirmed: boolean;
}

// The row is the counter: however many guess at once, each takes one of the five.
const GUESS = statement(
  'two-factors.guess',
  `UPDATE two_factors SET
     guesses = CASE WHEN guessing_since <= $3 THEN 1 ELSE guesses + 1 END,
     guessing_since = CASE WHEN guessing_since <= $3 THEN $2 ELSE guessing_since END
   WHERE user_id = $1 AND (guesses < ${GUESSES} OR guessing_since <= $3)
   RETURNING secret_sealed AS "secretSealed", confirmed_at IS NOT NULL AS confirmed`,
);

@Injectable()
export class TwoFactorRepository {
  constructor(private readonly database: Database) {}

  /** As the contract `TwoFactor`. */
  async state(userId: number): Promise<TwoFactor> {
    const row = await this.database.row<TwoFactor>(
      `SELECT t.confirmed_at IS NOT NULL AS enabled, ${TWO_FACTOR_REQUIRED} AS required, t.confirmed_at AS since,
         (SELECT count(*) FROM recovery_codes WHERE user_id = u.id AND used_at IS NULL) AS "recoveryCodesLeft"
       FROM users u JOIN roles r ON r.id = u.role_id LEFT JOIN two_factors t ON t.user_id = u.id WHERE u.id = $1`,
      [userId],
    );
    return row ?? { enabled: false, required: false, since: null, recoveryCodesLeft: 0 };
  }

  async isEnabled(userId: number): Promise<boolean> {
    const sql = 'SELECT FROM two_factors WHERE user_id = $1 AND confirmed_at IS NOT NULL';
    return (await this.database.row(sql, [userId])) !== undefined;
  }

  /** Whether there is one, confirmed or not. */
  async isBegun(userId: number): Promise<boolean> {
    return (await this.database.row('SELECT FROM two_factors WHERE user_id = $1', [userId])) !== undefined;
  }

  /** Keeps a secret that waits for its first code, in place of an earlier one. False when one is confirmed already. */
  async begin(userId: number, secretSealed: string): Promise<boolean> {
    const touched = await this.database.run(
      `INSERT INTO two_factors AS t (user_id, secret_sealed) VALUES ($1, $2)
       ON CONFLICT (user_id) DO UPDATE SET secret_sealed = EXCLUDED.secret_sealed WHERE t.confirmed_at IS NULL`,
      [userId, secretSealed],
    );
    return touched > 0;
  }

  /** False when there is nothing to confirm, or somebody was faster. */
  async confirm(userId: number, at: Date): Promise<boolean> {
    const sql = 'UPDATE two_factors SET confirmed_at = $2 WHERE user_id = $1 AND confirmed_at IS NULL';
    return (await this.database.run(sql, [userId, at])) > 0;
  }

  /** Counts a guess before it is looked at. Undefined when there were too many since `since`, or nothing to guess. */
  guess(userId: number, { now, since }: { now: Date; since: Date }): Promise<GuessedTwoFactor | undefined> {
    return this.database.row<GuessedTwoFactor>(GUESS, [userId, now, since]);
  }

  /** Spends a time step and those before it. False when it is spent already: a code works once. */
  async spendStep(userId: number, step: number): Promise<boolean> {
    const sql = 'UPDATE two_factors SET last_step = $2, guesses = 0 WHERE user_id = $1 AND last_step < $2';
    return (await this.database.run(sql, [userId, step])) > 0;
  }

  /** Spends a recovery code. False when there is none like it, or it is spent already. */
  async spendRecoveryCode(userId: number, codeHash: string, at: Date): Promise<boolean> {
    const spent = await this.database.run(
      `WITH spent AS (UPDATE recovery_codes SET used_at = $3 WHERE user_id = $1 AND code_hash = $2 AND used_at IS NULL
                      RETURNING user_id)
       UPDATE two_factors SET guesses = 0 WHERE user_id = (SELECT user_id FROM spent)`,
      [userId, codeHash, at],
    );
    return spent > 0;
  }

  async replaceRecoveryCodes(userId: number, codeHashes: string[]): Promise<void> {
    await this.database.run('DELETE FROM recovery_codes WHERE user_id = $1', [userId]);
    await this.database.run('INSERT INTO recovery_codes (user_id, code_hash) SELECT $1, unnest($2::text[])', [
      userId,
      codeHashes,
    ]);
  }

  /** Removes the factor with its codes, and sign-ins that wait for one. False when there was none. */
  async remove(userId: number): Promise<boolean> {
    await this.database.run('DELETE FROM sign_in_challenges WHERE user_id = $1', [userId]);
    return (await this.database.run('DELETE FROM two_factors WHERE user_id = $1', [userId])) > 0;
  }
}

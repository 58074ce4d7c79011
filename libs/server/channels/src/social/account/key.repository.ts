import { Injectable } from '@nestjs/common';
import type { SocialAccountState } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

/** The keys of an account as they are kept. */
export interface KeptKeys {
  state: SocialAccountState;
  sealed: string | null;
  expireAt: Date | null;
  renewingSince: Date | null;
}

const FIND = statement(
  'social-account-keys.find',
  `SELECT state, tokens_sealed AS sealed, tokens_expire_at AS "expireAt", renewing_since AS "renewingSince"
   FROM social_accounts WHERE id = $1`,
);

/** What lets the desk act for an account: read before each use, replaced only where it is still what was renewed. */
@Injectable()
export class KeyRepository {
  constructor(private readonly database: Database) {}

  find(accountId: number): Promise<KeptKeys | undefined> {
    return this.database.row<KeptKeys>(FIND, [accountId]);
  }

  async beginRenewal(accountId: number, at: Date): Promise<void> {
    await this.database.run('UPDATE social_accounts SET renewing_since = $2 WHERE id = $1', [accountId, at]);
  }

  /** The renewal came to nothing, and it is known what became of the old keys. */
  async endRenewal(accountId: number, sealed: string): Promise<void> {
    await this.database.run('UPDATE social_accounts SET renewing_since = NULL WHERE id = $1 AND tokens_sealed = $2', [
      accountId,
      sealed,
    ]);
  }

  /** Forgets the keys of an account that is disconnected; ones that came meanwhile stay. */
  async forget(accountId: number, sealed: string): Promise<void> {
    await this.database.run(
      `UPDATE social_accounts SET tokens_sealed = NULL, tokens_expire_at = NULL, renewing_since = NULL,
         scopes = '{}', subscription_id = NULL
       WHERE id = $1 AND tokens_sealed = $2 AND state = 'disconnected'`,
      [accountId, sealed],
    );
  }

  /** Nothing happens when a person has signed in again meanwhile: those keys are newer. */
  async replace(
    accountId: number,
    { over, sealed, expireAt, scopes }: { over: string; sealed: string; expireAt: Date | null; scopes: string[] },
  ): Promise<void> {
    await this.database.run(
      `UPDATE social_accounts SET tokens_sealed = $3, tokens_expire_at = $4, scopes = $5, renewing_since = NULL
       WHERE id = $1 AND tokens_sealed = $2`,
      [accountId, over, sealed, expireAt, scopes],
    );
  }
}

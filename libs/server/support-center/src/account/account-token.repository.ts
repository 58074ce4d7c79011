import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Database, Transactional } from '@bureau/platform';

export type AccountPurpose = 'registration' | 'password-reset' | 'sign-in' | 'address';

const HOUR = 3_600_000;
/** Nobody's mailbox is flooded by strangers: so many links an hour to one address that nobody uses, and no more. */
const LINKS_AN_HOUR = 3;
const GOOD_FOR_MS: Record<AccountPurpose, number> = {
  registration: 24 * HOUR,
  'password-reset': HOUR,
  'sign-in': HOUR / 4,
  address: 24 * HOUR,
};

/** What a mailed link is for. */
export interface LinkToIssue {
  purpose: AccountPurpose;
  brandId: number;
  /** In lower case. */
  address: string;
  /** Of purpose `address`: whose it is to become. */
  accountId?: number | null;
  /** What somebody who registers is called. */
  name?: string;
}

export interface IssuedLink {
  address: string;
  accountId: number | null;
  name: string;
}

const GOOD = 't.token_hash = $1 AND t.purpose = $2 AND t.brand_id = $3 AND t.expires_at > $4';
const ISSUED = 't.address, t.account_id AS "accountId", t.name';

/** What mailed links of customers carry. Only a hash is kept (S37), a link works once and for a while (S38). */
@Injectable()
export class AccountTokenRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A new token: 256 random bits, base64url. Undefined when the address got as many links within the hour as it gets. */
  @Transactional()
  async issue({ purpose, brandId, address, accountId = null, name = '' }: LinkToIssue): Promise<string | undefined> {
    if (await this.hasEnough(address)) return undefined;
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.database.run(
      `WITH old AS (DELETE FROM customer_tokens WHERE expires_at < $6::timestamptz - interval '1 day')
       INSERT INTO customer_tokens (purpose, brand_id, address, account_id, name, created_at, expires_at, token_hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [purpose, brandId, address, accountId, name, now, new Date(now.getTime() + GOOD_FOR_MS[purpose]), hashOf(token)],
    );
    return token;
  }

  /** Whom a token is for; looking uses nothing up. Undefined when it is not good. */
  look(purpose: AccountPurpose, brandId: number, token: string): Promise<IssuedLink | undefined> {
    const sql = `SELECT ${ISSUED} FROM customer_tokens t WHERE ${GOOD}`;
    return this.database.row<IssuedLink>(sql, [hashOf(token), purpose, brandId, this.clock.now()]);
  }

  /** Uses a token up; of two at once only one succeeds. */
  spend(purpose: AccountPurpose, brandId: number, token: string): Promise<IssuedLink | undefined> {
    const sql = `DELETE FROM customer_tokens t WHERE ${GOOD} RETURNING ${ISSUED}`;
    return this.database.row<IssuedLink>(sql, [hashOf(token), purpose, brandId, this.clock.now()]);
  }

  /** A password that is new ends every link that was mailed to set one, or to do without. */
  async endFor(address: string): Promise<void> {
    await this.database.run(`DELETE FROM customer_tokens WHERE address = $1 AND purpose <> 'address'`, [address]);
  }

  /** Counted one after the other: of many at once none slips through. */
  private async hasEnough(address: string): Promise<boolean> {
    await this.database.run("SELECT pg_advisory_xact_lock(hashtextextended('customer links ' || $1, 0))", [address]);
    const row = await this.database.row<{ count: number }>(
      'SELECT count(*) AS count FROM customer_tokens WHERE address = $1 AND created_at > $2',
      [address, new Date(this.clock.now().getTime() - HOUR)],
    );
    return (row?.count ?? 0) >= LINKS_AN_HOUR;
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

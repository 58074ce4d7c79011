import { Injectable } from '@nestjs/common';
import type { ContactType } from '@bureau/contracts';
import { Clock, Database, statement } from '@bureau/platform';

/** An address, and whoever signs in with it. */
export interface AddressOwner {
  /** The living customer. */
  customerId: number;
  /** Whoever reads the address has proven it. */
  verified: boolean;
  /** Null: nobody has registered yet. */
  accountId: number | null;
  passwordHash: string | null;
}

/** What the account page shows. */
export interface AccountDetails {
  name: string;
  language: string | null;
  hasPassword: boolean;
  addresses: { address: string; type: ContactType; verified: boolean; primary: boolean }[];
}

/** Of several accounts in a family of merged customers, the one of the address's own home. */
const OWNER = statement(
  'customer-accounts.owner',
  `SELECT p.id AS "customerId", a.verified_at IS NOT NULL AS verified, x.id AS "accountId", x.password_hash AS "passwordHash"
   FROM customer_addresses a JOIN customers p ON p.id = living_customer(a.customer_id)
     LEFT JOIN LATERAL (
       WITH RECURSIVE family AS (
         SELECT p.id UNION ALL SELECT m.id FROM family f JOIN customers m ON m.merged_into_id = f.id
       ) SELECT q.id, q.password_hash FROM customer_accounts q JOIN family f ON f.id = q.customer_id
       ORDER BY q.customer_id = coalesce(a.home_customer_id, a.customer_id) DESC, q.id LIMIT 1) x ON true
   WHERE a.address = $1`,
);

@Injectable()
export class AccountRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Undefined when no customer has this address. */
  ownerOf(address: string): Promise<AddressOwner | undefined> {
    return this.database.row<AddressOwner>(OWNER, [address.toLowerCase()]);
  }

  /** The account of a customer, made when there is none. */
  async ensure(customerId: number): Promise<number> {
    const row = await this.database.row<{ id: number }>(
      `INSERT INTO customer_accounts (customer_id) VALUES ($1)
       ON CONFLICT (customer_id) DO UPDATE SET customer_id = EXCLUDED.customer_id RETURNING id`,
      [customerId],
    );
    if (!row) throw new Error('The account was not made.');
    return row.id;
  }

  async setPassword(accountId: number, passwordHash: string): Promise<void> {
    await this.database.run('UPDATE customer_accounts SET password_hash = $2 WHERE id = $1', [accountId, passwordHash]);
  }

  async passwordHashOf(accountId: number): Promise<string | null> {
    const row = await this.database.row<{ hash: string | null }>(
      'SELECT password_hash AS hash FROM customer_accounts WHERE id = $1',
      [accountId],
    );
    return row?.hash ?? null;
  }

  async verify(address: string): Promise<void> {
    await this.database.run(
      'UPDATE customer_addresses SET verified_at = coalesce(verified_at, $2) WHERE address = $1',
      [address, this.clock.now()],
    );
  }

  /** Undefined for an account that is gone. */
  details(accountId: number): Promise<AccountDetails | undefined> {
    return this.database.row<AccountDetails>(
      `SELECT p.name, p.language, x.password_hash IS NOT NULL AS "hasPassword",
         (SELECT coalesce(jsonb_agg(jsonb_build_object('address', a.address, 'type', a.type, 'verified', a.verified_at IS NOT NULL,
            'primary', a.address = p.address) ORDER BY a.address <> p.address, a.position, a.address), '[]')
          FROM customer_addresses a WHERE a.customer_id = p.id) AS addresses
       FROM customer_accounts x JOIN customers p ON p.id = living_customer(x.customer_id) WHERE x.id = $1`,
      [accountId],
    );
  }

  /** Gives a new address to the customer of an account. False: somebody else has it. */
  async addAddress(accountId: number, address: string): Promise<boolean> {
    const added = await this.database.run(
      `INSERT INTO customer_addresses AS a (address, customer_id, verified_at, position)
       SELECT $2, p.id, $3, (SELECT coalesce(max(position), -1) + 1 FROM customer_addresses WHERE customer_id = p.id)
       FROM customer_accounts x JOIN customers p ON p.id = living_customer(x.customer_id) WHERE x.id = $1
       ON CONFLICT (address) DO UPDATE SET verified_at = coalesce(a.verified_at, EXCLUDED.verified_at)
         WHERE a.customer_id = EXCLUDED.customer_id`,
      [accountId, address, this.clock.now()],
    );
    return added === 1;
  }
}

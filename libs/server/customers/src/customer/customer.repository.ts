import { Injectable } from '@nestjs/common';
import type { MailAddress } from '@bureau/contracts';
import { Database, RawJson, statement } from '@bureau/platform';

/** Two statements in one round trip when the customer is known, which is the rule. */
const FIND = statement(
  'customers.find-by-address',
  'SELECT customer_id AS id FROM customer_addresses WHERE address = $1',
);

const CREATE = statement(
  'customers.create',
  `WITH created AS (
     INSERT INTO customers (name, address, company_id)
     VALUES ($1, $2, (SELECT company_id FROM company_domains WHERE domain = $3))
     RETURNING id
   )
   INSERT INTO customer_addresses (address, customer_id) SELECT $2, id FROM created
   ON CONFLICT (address) DO NOTHING RETURNING customer_id AS id`,
);

@Injectable()
export class CustomerRepository {
  constructor(private readonly database: Database) {}

  /** The customer who has this address, whatever its case. */
  async findByAddress(address: string): Promise<number | undefined> {
    return (await this.database.row<{ id: number }>(FIND, [address.toLowerCase()]))?.id;
  }

  /**
   * The customer with this address, created if there is none. Two mails at once from a new address make one customer:
   * the loser of the race removes what it had begun.
   */
  async findOrCreate({ name, address }: MailAddress): Promise<number> {
    const key = address.toLowerCase();
    const known = await this.findByAddress(key);
    if (known !== undefined) return known;

    const domain = key.slice(key.lastIndexOf('@') + 1);
    const created = await this.database.row<{ id: number }>(CREATE, [name.trim() || key, key, domain]);
    if (created) return created.id;
    await this.database.run(
      `DELETE FROM customers c WHERE address = $1
       AND NOT EXISTS (SELECT FROM customer_addresses a WHERE a.customer_id = c.id)
       AND NOT EXISTS (SELECT FROM cases WHERE cases.customer_id = c.id)`,
      [key],
    );
    const winner = await this.findByAddress(key);
    if (winner === undefined) throw new Error(`The customer with the address ${key} vanished while being created.`);
    return winner;
  }

  async addressOf(customerId: number): Promise<MailAddress | undefined> {
    const row = await this.database.row<{ name: string; address: string | null }>(
      'SELECT name, address FROM customers WHERE id = $1',
      [customerId],
    );
    return row?.address ? { name: row.name, address: row.address } : undefined;
  }

  /** As the contract `Customer`, or undefined. */
  async read(customerId: number): Promise<RawJson | undefined> {
    const row = await this.database.row<{ json: string }>(
      `SELECT jsonb_build_object(
         'id', c.id, 'name', c.name, 'address', c.address, 'createdAt', c.created_at,
         'addresses', (SELECT coalesce(jsonb_agg(a.address ORDER BY a.address = c.address DESC, a.address), '[]')
                       FROM customer_addresses a WHERE a.customer_id = c.id),
         'company', (SELECT jsonb_build_object('id', o.id, 'name', o.name) FROM companies o WHERE o.id = c.company_id),
         'caseCount', (SELECT count(*) FROM cases WHERE cases.customer_id = c.id AND deleted_at IS NULL))::text AS json
       FROM customers c WHERE c.id = $1`,
      [customerId],
    );
    return row && new RawJson(row.json);
  }
}

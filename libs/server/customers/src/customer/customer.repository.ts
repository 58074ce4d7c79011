import { Injectable } from '@nestjs/common';
import type { Actor, MailAddress } from '@bureau/contracts';
import { splitName, type CustomerState } from '@bureau/domain';
import { checkVersion, Database, statement } from '@bureau/platform';
import { customerAccess } from './customer-access.ts';
import { LIVING, lockThrough } from './customer.statements.ts';

/** Two statements in one round trip when the customer is known, which is the rule. */
const FIND = statement(
  'customers.find-by-address',
  'SELECT customer_id AS id FROM customer_addresses WHERE address = $1',
);

const CREATE = statement(
  'customers.create',
  `WITH created AS (
     INSERT INTO customers (name, first_name, last_name, address, company_id)
     VALUES ($1, $4, $5, $2, (SELECT company_id FROM company_domains WHERE domain = $3))
     RETURNING id
   )
   INSERT INTO customer_addresses (address, customer_id) SELECT $2, id FROM created
   ON CONFLICT (address) DO NOTHING RETURNING customer_id AS id`,
);

const BLOCKED = statement(
  'customers.blocked-by-address',
  `SELECT p.id, p.name FROM customer_addresses a JOIN customers p ON p.id = a.customer_id
   WHERE a.address = $1 AND p.blocked_at IS NOT NULL`,
);

/** What `columnsOf` makes of a state. */
const STATE = `name text, first_name text, last_name text, title text, address text, external_id text, uid text,
  background text, language text, company_id bigint, access_private_portal boolean, access_company_cases boolean,
  blocked boolean, custom_fields jsonb`;

/** Ids grow in the order of the states. $1 the states, $2 now. */
const INSERT = statement(
  'customers.insert',
  `INSERT INTO customers (name, first_name, last_name, title, address, external_id, uid, background, language,
     company_id, access_private_portal, access_company_cases, blocked_at, custom_fields)
   SELECT s.name, s.first_name, s.last_name, s.title, s.address, s.external_id, s.uid, s.background, s.language,
     s.company_id, s.access_private_portal, s.access_company_cases, CASE WHEN s.blocked THEN $2::timestamptz END,
     s.custom_fields
   FROM ROWS FROM (jsonb_to_recordset($1) AS (${STATE})) WITH ORDINALITY AS s
   ORDER BY s.ordinality RETURNING id`,
);

const SAVE = `
  name = s.name, first_name = s.first_name, last_name = s.last_name, title = s.title, address = s.address,
  external_id = s.external_id, uid = s.uid, background = s.background, language = s.language, company_id = s.company_id,
  access_private_portal = s.access_private_portal, access_company_cases = s.access_company_cases,
  blocked_at = CASE WHEN s.blocked THEN coalesce(p.blocked_at, $3) END, custom_fields = s.custom_fields`;

/** What a write knows of the customer it has locked. */
export interface LockedCustomer {
  id: number;
  /** What `If-Match` is compared with. */
  version: string;
  state: CustomerState;
}

/** The only place that writes customers, and that finds them for a mail. */
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
    const shown = name.trim() || key;
    const { firstName, lastName } = splitName(shown);
    const created = await this.database.row<{ id: number }>(CREATE, [shown, key, domain, firstName, lastName]);
    if (created) return created.id;
    await this.database.run(
      `DELETE FROM customers c WHERE address = $1
       AND NOT EXISTS (SELECT FROM customer_addresses a WHERE a.customer_id = c.id)
       AND NOT EXISTS (SELECT FROM cases WHERE cases.customer_id = c.id)
       AND c.merged_into_id IS NULL AND NOT EXISTS (SELECT FROM customers m WHERE m.merged_into_id = c.id)`,
      [key],
    );
    const winner = await this.findByAddress(key);
    if (winner === undefined) throw new Error(`The customer with the address ${key} vanished while being created.`);
    return winner;
  }

  /** Who sends from this address and is blocked, if so. */
  blockedSender(address: string): Promise<{ id: number; name: string } | undefined> {
    return this.database.row<{ id: number; name: string }>(BLOCKED, [address.toLowerCase()]);
  }

  async addressOf(customerId: number): Promise<MailAddress | undefined> {
    const row = await this.database.row<{ name: string; address: string | null }>(
      'SELECT name, address FROM customers WHERE id = $1',
      [customerId],
    );
    return row?.address ? { name: row.name, address: row.address } : undefined;
  }

  /** The id that an id stands for now, through all merges; undefined when there never was such a customer. */
  async livingId(customerId: number): Promise<number | undefined> {
    return (await this.database.row<{ id: number }>(LIVING, [customerId]))?.id;
  }

  /** The companies that new customers with one of these addresses belong to, by the first domain that one has. */
  async companiesByDomain(customers: readonly (readonly string[])[]): Promise<(number | null)[]> {
    const domains = new Set(customers.flatMap((addresses) => addresses.map(domainOf)));
    if (domains.size === 0) return customers.map(() => null);
    const rows = await this.database.rows<{ id: number; domain: string }>(
      'SELECT company_id AS id, domain FROM company_domains WHERE domain = ANY($1::text[])',
      [[...domains]],
    );
    const ids = new Map(rows.map(({ id, domain }) => [domain, id]));
    return customers.map((addresses) => {
      const first = addresses.map(domainOf).find((domain) => ids.has(domain));
      return ids.get(first ?? '') ?? null;
    });
  }

  /** Locks a customer whom the actor may see; undefined when there is none. Throws request.precondition-failed. */
  async lock(actor: Actor, customerId: number, ifMatch?: string | null): Promise<LockedCustomer | undefined> {
    const access = customerAccess(actor, 2);
    const locked = await this.database.row<LockedCustomer>(lockThrough(access), [customerId, ...access.values]);
    if (locked) checkVersion(locked.version, ifMatch);
    return locked;
  }

  /** New ones, without their sets; the ids in the same order. */
  async insertMany(states: readonly CustomerState[], at: Date): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(INSERT, [JSON.stringify(states.map(columnsOf)), at]);
    return rows.map(({ id }) => id).toSorted((one, other) => one - other);
  }

  /** Everything but the sets (addresses, numbers, identities). `at` is when one who is newly blocked was. */
  async save(customerId: number, state: CustomerState, at: Date): Promise<void> {
    await this.database.run(
      `UPDATE customers p SET ${SAVE}
       FROM jsonb_to_record($2::jsonb) AS s (${STATE})
       WHERE p.id = $1`,
      [customerId, JSON.stringify(columnsOf(state)), at],
    );
  }

  /** The picture, by its content; null takes it away. */
  async setAvatar(customerId: number, avatar: { sha256: string; size: number } | null): Promise<void> {
    if (avatar) {
      await this.database.run('INSERT INTO blobs (sha256, size) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
        avatar.sha256,
        avatar.size,
      ]);
    }
    await this.database.run('UPDATE customers SET avatar_sha256 = $2 WHERE id = $1', [
      customerId,
      avatar?.sha256 ?? null,
    ]);
  }

  async avatarOf(customerId: number): Promise<string | null> {
    const row = await this.database.row<{ sha256: string | null }>(
      'SELECT avatar_sha256 AS sha256 FROM customers WHERE id = $1',
      [customerId],
    );
    return row?.sha256 ?? null;
  }
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}

function columnsOf(state: CustomerState): Record<string, unknown> {
  return {
    name: state.name,
    first_name: state.firstName,
    last_name: state.lastName,
    title: state.title,
    address: state.address,
    external_id: state.externalId,
    uid: state.uid,
    background: state.background,
    language: state.language,
    company_id: state.companyId,
    access_private_portal: state.accessPrivatePortal,
    access_company_cases: state.accessCompanyCases,
    blocked: state.blocked,
    custom_fields: state.customFields,
  };
}

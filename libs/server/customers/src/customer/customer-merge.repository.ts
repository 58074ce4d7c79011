import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';

/** Tables whose rows belong to a customer and remember from which merge they came. */
const SETS = ['customer_addresses', 'customer_contacts', 'customer_identities'] as const;

/**
 * What a merge does to rows: each remembers its home, whose it is when no merge had moved it. So merges form trees, any
 * of them can be taken back at any later time, in any order, and gives back exactly what came through it.
 */
@Injectable()
export class CustomerMergeRepository {
  constructor(private readonly database: Database) {}

  /** One merge at a time; waits for the other. Within the open transaction. */
  async serialise(): Promise<void> {
    await this.database.run("SELECT pg_advisory_xact_lock(hashtextextended('customer merges', 0))");
  }

  /** In the order of ids. A case that is being opened for one of them waits, or is waited for. */
  async lock(customerIds: readonly number[]): Promise<void> {
    await this.database.run('SELECT FROM customers WHERE id = ANY($1::bigint[]) ORDER BY id FOR NO KEY UPDATE', [
      customerIds,
    ]);
  }

  /** A customer and everybody who was merged into him, at whatever depth. */
  async family(customerId: number): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      `WITH RECURSIVE family AS (
         SELECT $1::bigint AS id UNION ALL SELECT c.id FROM customers c JOIN family f ON c.merged_into_id = f.id
       ) SELECT id FROM family`,
      [customerId],
    );
    return rows.map(({ id }) => id);
  }

  async setWinner(customerId: number, winnerId: number | null): Promise<void> {
    await this.database.run('UPDATE customers SET merged_into_id = $2 WHERE id = $1', [customerId, winnerId]);
  }

  /** All addresses, numbers and identities of one customer go to another and remember where they are at home. */
  async moveSets({ from, to }: { from: number; to: number }): Promise<void> {
    for (const table of SETS) {
      await this.database.run(
        `UPDATE ${table} SET customer_id = $2, home_customer_id = coalesce(home_customer_id, $1) WHERE customer_id = $1`,
        [from, to],
      );
    }
  }

  /** What is at home with one of the family comes back from where it is now. */
  async returnSets({ from, to, family }: { from: number; to: number; family: readonly number[] }): Promise<void> {
    for (const table of SETS) {
      await this.database.run(
        `UPDATE ${table} SET customer_id = $2, home_customer_id = nullif(home_customer_id, $2)
         WHERE customer_id = $1 AND home_customer_id = ANY($3::bigint[])`,
        [from, to, family],
      );
    }
  }

  /** Remembers whose cases are: those that came through an earlier merge of the family keep their home. */
  async rememberCases(caseIds: readonly number[], customerId: number, family: readonly number[]): Promise<void> {
    await this.database.run(
      `INSERT INTO merged_customer_cases AS m (case_id, home_customer_id) SELECT id, $2 FROM unnest($1::bigint[]) AS id
       ON CONFLICT (case_id) DO UPDATE SET home_customer_id = EXCLUDED.home_customer_id
         WHERE m.home_customer_id <> ALL($3::bigint[])`,
      [caseIds, customerId, family],
    );
  }

  /** The cases that are at home with one of the family. */
  async rememberedCases(family: readonly number[]): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      'SELECT case_id AS id FROM merged_customer_cases WHERE home_customer_id = ANY($1::bigint[])',
      [family],
    );
    return rows.map(({ id }) => id);
  }

  /** Cases that are home again need no memory of it. */
  async forgetCases(customerId: number): Promise<void> {
    await this.database.run('DELETE FROM merged_customer_cases WHERE home_customer_id = $1', [customerId]);
  }

  /** Answers go to an address that the customer has: the one that was chosen, else the first, else none. */
  async mendAddresses(customerIds: readonly number[]): Promise<void> {
    await this.database.run(
      `UPDATE customers p SET address = (
         SELECT a.address FROM customer_addresses a WHERE a.customer_id = p.id
         ORDER BY a.home_customer_id IS NOT NULL, a.position, a.address LIMIT 1)
       WHERE p.id = ANY($1::bigint[]) AND NOT EXISTS (
         SELECT FROM customer_addresses a WHERE a.customer_id = p.id AND a.address = p.address)`,
      [customerIds],
    );
  }
}

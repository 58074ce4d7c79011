import { Injectable } from '@nestjs/common';
import type { SyncObject, SyncValue } from '@bureau/contracts';
import { Database } from '@bureau/platform';

const FEW = 10;

export type DeskMatch = { deskId: number; linked: boolean };

const LINKED = `EXISTS (SELECT FROM salesforce_links l WHERE l.object = $1 AND l.desk_id = found.id
  AND (l.salesforce_id IS NOT NULL OR l.payload IS NOT NULL))`;

const EXIST = {
  company: 'SELECT id FROM companies WHERE id',
  customer: 'SELECT id FROM customers WHERE merged_into_id IS NULL AND id',
  case: 'SELECT id FROM cases WHERE deleted_at IS NULL AND merged_into_id IS NULL AND id',
};

/** Records of the desk that could be the same as one of Salesforce, and whether they are linked already. */
@Injectable()
export class FindInDesk {
  constructor(private readonly database: Database) {}

  /** A company by its name without regard to capitals and spaces, a customer by the e-mail address; cases never. */
  async matches(object: SyncObject, values: Readonly<Record<string, SyncValue | undefined>>): Promise<DeskMatch[]> {
    const value = object === 'company' ? values['name'] : values['email'];
    if (object === 'case' || typeof value !== 'string') return [];
    return this.database.rows<DeskMatch>(
      `SELECT found.id AS "deskId", ${LINKED} AS linked
       FROM (${object === 'company' ? COMPANIES : CUSTOMERS}) found LIMIT ${FEW}`,
      [object, value],
    );
  }

  /** The same for many at once: what they were looked for by → those that could be the same. */
  async matchesOfMany(object: SyncObject, values: readonly string[]): Promise<(DeskMatch & { value: string })[]> {
    if (object === 'case' || values.length === 0) return [];
    return this.database.rows<DeskMatch & { value: string }>(
      `SELECT w.value, found.id AS "deskId", ${LINKED} AS linked
       FROM unnest($2::text[]) w (value)
       JOIN LATERAL (${(object === 'company' ? COMPANIES : CUSTOMERS).replace('$2', 'w.value')} LIMIT ${FEW}) found ON true`,
      [object, values],
    );
  }

  /** Those of the ids that there are. */
  async existing(object: SyncObject, deskIds: readonly number[]): Promise<Set<number>> {
    if (deskIds.length === 0) return new Set();
    const rows = await this.database.rows<{ id: number }>(`${EXIST[object]} = ANY ($1::bigint[])`, [deskIds]);
    return new Set(rows.map(({ id }) => id));
  }

  async exists(object: SyncObject, deskId: number): Promise<boolean> {
    const sql = `${EXIST[object]} = $1`;
    return (await this.database.row(sql, [deskId])) !== undefined;
  }
}

const COMPANIES = `SELECT id FROM companies WHERE search_fold(name) = search_fold($2) ORDER BY id`;

const CUSTOMERS = `SELECT a.customer_id AS id FROM customer_addresses a JOIN customers p ON p.id = a.customer_id
  WHERE a.address = lower($2) AND p.merged_into_id IS NULL`;

import { Injectable } from '@nestjs/common';
import type { SyncObject, SyncValue } from '@bureau/contracts';
import { Database } from '@bureau/platform';

const FEW = 10;

/** Records of the desk that could be the same as one of Salesforce, and whether they are linked already. */
@Injectable()
export class FindInDesk {
  constructor(private readonly database: Database) {}

  /** A company by its name without regard to capitals and spaces, a customer by the e-mail address; cases never. */
  async matches(
    object: SyncObject,
    values: Readonly<Record<string, SyncValue | undefined>>,
  ): Promise<{ deskId: number; linked: boolean }[]> {
    const value = object === 'company' ? values['name'] : values['email'];
    if (object === 'case' || typeof value !== 'string') return [];
    return this.database.rows<{ deskId: number; linked: boolean }>(
      `SELECT found.id AS "deskId", EXISTS (
         SELECT FROM salesforce_links l WHERE l.object = $1 AND l.desk_id = found.id
           AND (l.salesforce_id IS NOT NULL OR l.payload IS NOT NULL)) AS linked
       FROM (${object === 'company' ? COMPANIES : CUSTOMERS}) found LIMIT ${FEW}`,
      [object, value],
    );
  }

  async exists(object: SyncObject, deskId: number): Promise<boolean> {
    const sql = {
      company: 'SELECT FROM companies WHERE id = $1',
      customer: 'SELECT FROM customers WHERE id = $1 AND merged_into_id IS NULL',
      case: 'SELECT FROM cases WHERE id = $1 AND deleted_at IS NULL AND merged_into_id IS NULL',
    }[object];
    return (await this.database.row(sql, [deskId])) !== undefined;
  }
}

const COMPANIES = `SELECT id FROM companies WHERE search_fold(name) = search_fold($2) ORDER BY id`;

const CUSTOMERS = `SELECT a.customer_id AS id FROM customer_addresses a JOIN customers p ON p.id = a.customer_id
  WHERE a.address = lower($2) AND p.merged_into_id IS NULL`;

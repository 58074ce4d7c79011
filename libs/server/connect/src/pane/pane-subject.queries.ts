import { Injectable } from '@nestjs/common';
import { caseAccess } from '@bureau/cases';
import type { Actor, SyncObject } from '@bureau/contracts';
import { companyAccess, customerAccess } from '@bureau/customers';
import { Database, ProblemError } from '@bureau/platform';

/** Whom and what the pane is about: what rules of sections compare with. Salesforce ids are null where nothing is linked. */
export interface PaneSubject {
  case: string | null;
  contact: string | null;
  account: string | null;
  email: string | null;
  'company-name': string | null;
}

const linked = (object: SyncObject, id: string) =>
  `(SELECT l.salesforce_id FROM salesforce_links l WHERE l.object = '${object}' AND l.desk_id = ${id} AND l.state IN ('ok', 'error'))`;

const PARTY = `${linked('customer', 'p.id')} AS contact, ${linked('company', 'o.id')} AS account,
  p.address AS email, o.name AS "company-name"`;

/** Finds whom a pane is about, among the records that the actor may see. */
@Injectable()
export class PaneSubjectQueries {
  constructor(private readonly database: Database) {}

  /** Throws case.not-found, customer.not-found, company.not-found; also for what the actor may not see. */
  async find(actor: Actor, object: SyncObject, deskId: number): Promise<PaneSubject> {
    const { sql, values } = this.query(actor, object);
    const found = await this.database.row<PaneSubject & Record<string, unknown>>(sql, [deskId, ...values]);
    if (!found) throw new ProblemError(`${object}.not-found`);
    return found;
  }

  private query(actor: Actor, object: SyncObject): { sql: string; values: unknown[] } {
    switch (object) {
      case 'case': {
        const { sql, values } = caseAccess(actor, 2);
        return {
          sql: `SELECT ${linked('case', 'c.id')} AS "case", ${PARTY}
            FROM cases c JOIN customers p ON p.id = c.customer_id LEFT JOIN companies o ON o.id = p.company_id
            WHERE c.id = $1 AND c.deleted_at IS NULL AND ${sql}`,
          values,
        };
      }
      case 'customer': {
        const { sql, values } = customerAccess(actor, 2);
        return {
          sql: `SELECT NULL AS "case", ${PARTY}
            FROM customers p LEFT JOIN companies o ON o.id = p.company_id WHERE p.id = $1 AND ${sql}`,
          values,
        };
      }
      case 'company': {
        const { sql, values } = companyAccess(actor, 2);
        return {
          sql: `SELECT NULL AS "case", NULL AS contact, ${linked('company', 'o.id')} AS account, NULL AS email,
              o.name AS "company-name"
            FROM companies o WHERE o.id = $1 AND ${sql}`,
          values,
        };
      }
    }
  }
}

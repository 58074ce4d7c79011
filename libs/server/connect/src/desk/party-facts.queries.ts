import { Injectable } from '@nestjs/common';
import type { CaseFacts } from '@bureau/domain';
import { Database, statement } from '@bureau/platform';
import { NOBODYS_FACTS } from './nobodys-facts.ts';

const COMPANY_OF = `json_build_object('name', o.name, 'customFields', o.custom_fields,
  'domains', ARRAY(SELECT d.domain FROM company_domains d WHERE d.company_id = o.id))`;

const CUSTOMER = statement(
  'salesforce.customer-facts',
  `SELECT json_build_object(
     'id', p.id, 'name', p.name, 'address', p.address, 'companyId', p.company_id, 'language', p.language,
     'blocked', p.blocked_at IS NOT NULL, 'customFields', p.custom_fields,
     'addresses', ARRAY(SELECT a.address FROM customer_addresses a WHERE a.customer_id = p.id),
     'identities', (SELECT coalesce(json_agg(json_build_object('network', n.network, 'handle', n.handle, 'name', n.name,
                      'followers', n.followers, 'verified', n.verified) ORDER BY n.id), '[]')
                    FROM customer_identities n WHERE n.customer_id = p.id)) AS customer,
     CASE WHEN o.id IS NOT NULL THEN ${COMPANY_OF} END AS company
   FROM customers p LEFT JOIN companies o ON o.id = p.company_id WHERE p.id = $1`,
);

const COMPANY = statement(
  'salesforce.company-facts',
  `SELECT ${COMPANY_OF} AS company FROM companies o WHERE o.id = $1`,
);

/** What conditions need to know of a customer or a company without a case. */
@Injectable()
export class PartyFactsQueries {
  constructor(private readonly database: Database) {}

  /** Undefined: it is gone. */
  async load(object: 'company' | 'customer', deskId: number): Promise<CaseFacts | undefined> {
    const found = await this.database.row<Partial<Pick<CaseFacts, 'customer' | 'company'>>>(
      object === 'customer' ? CUSTOMER : COMPANY,
      [deskId],
    );
    return found && { ...NOBODYS_FACTS, ...found };
  }
}

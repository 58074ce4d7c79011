import { Injectable } from '@nestjs/common';
import { salesforceId, soql } from '@bureau/domain';
import type { SalesforceRecords, SalesforceRow } from '../salesforce/index.ts';
import { LinkRepository, type StoredLink } from './link.repository.ts';
import type { SyncFrame } from './sync-frame.ts';

const KNOWN = new Set(['Account', 'Id', 'PersonContactId']);
/** Ids of one query. */
const MOST = 200;

/**
 * A case points to a contact, also where customers are accounts of persons: Salesforce keeps one for each of them. They are
 * asked for where they are first needed, outside of any transaction.
 */
@Injectable()
export class PersonContacts {
  constructor(private readonly links: LinkRepository) {}

  /** By which cases point to a customer; null: he is not linked. Throws SalesforceFailure. */
  async of(records: SalesforceRecords, link: StoredLink | undefined): Promise<string | null> {
    if (!link?.salesforceId) return null;
    if (link.personContactId !== null || !link.salesforceId.startsWith('001')) {
      return link.personContactId ?? link.salesforceId;
    }
    const read = await records.read('Account', link.salesforceId, ['PersonContactId']);
    const contactId = salesforceId(read?.row['PersonContactId']);
    if (contactId !== null) await this.links.savePersonContact(link.salesforceId, contactId);
    return contactId;
  }

  /** Whose contacts cases point to that came from Salesforce, of those that nobody knows yet. Throws SalesforceFailure. */
  async learn({ object, connection, records }: SyncFrame, cases: readonly SalesforceRow[]): Promise<void> {
    if (object !== 'case' || !connection.personAccounts) return;
    const contactIds = new Set(cases.flatMap((row) => salesforceId(row['ContactId']) ?? []));
    const unknown = await this.links.unknownCustomers([...contactIds]);
    for (let from = 0; from < unknown.length; from += MOST) {
      const ids = unknown.slice(from, from + MOST);
      const query = soql(
        {
          object: 'Account',
          fields: ['Id', 'PersonContactId'],
          where: [{ field: 'PersonContactId', is: 'in', value: ids.map((id) => ({ id })) }],
          orderBy: [],
          limit: MOST,
        },
        KNOWN,
      );
      for (const row of (await records.query(query)).rows) {
        const [accountId, contactId] = [salesforceId(row['Id']), salesforceId(row['PersonContactId'])];
        if (accountId !== null && contactId !== null) await this.links.savePersonContact(accountId, contactId);
      }
    }
  }
}

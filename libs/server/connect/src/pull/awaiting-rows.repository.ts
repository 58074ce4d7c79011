import { Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

/** That a customer is linked to what the row waits for; the contact of a person's account is as good as the account. */
const IS_THERE = `EXISTS (SELECT FROM salesforce_links l
  WHERE l.object = 'customer' AND (l.salesforce_id = a.waits_for OR l.person_contact_id = a.waits_for))`;

const DUE = statement(
  'salesforce-awaiting-rows.due',
  `SELECT a.salesforce_id AS id FROM salesforce_awaiting_rows a WHERE a.object = $1 AND ${IS_THERE} ORDER BY 1 LIMIT $2`,
);

/** Rows of Salesforce that wait until a record is linked that they point to. */
@Injectable()
export class AwaitingRows {
  constructor(private readonly database: Database) {}

  async keep(object: SyncObject, salesforceId: string, waitsFor: string): Promise<void> {
    await this.database.run(
      `INSERT INTO salesforce_awaiting_rows (object, salesforce_id, waits_for) VALUES ($1, $2, $3)
       ON CONFLICT (object, salesforce_id) DO UPDATE SET waits_for = EXCLUDED.waits_for`,
      [object, salesforceId, waitsFor],
    );
  }

  /** Those that need to wait no more. */
  async due(object: SyncObject, limit: number): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(DUE, [object, limit]);
    return rows.map(({ id }) => id);
  }

  /** They were read again; one that waits for something else by now goes on waiting. */
  async dealtWith(object: SyncObject, salesforceIds: readonly string[]): Promise<void> {
    await this.database.run(
      `DELETE FROM salesforce_awaiting_rows a WHERE a.object = $1 AND a.salesforce_id = ANY ($2) AND ${IS_THERE}`,
      [object, salesforceIds],
    );
  }
}

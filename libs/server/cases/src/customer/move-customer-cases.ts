import { Injectable } from '@nestjs/common';
import { stampOf, type Actor } from '@bureau/contracts';
import { CustomerCases } from '@bureau/customers';
import { Clock, Database } from '@bureau/platform';
import { BulkCaseRepository } from '../bulk/bulk-case.repository.ts';
import { SYSTEM } from '../case/system-actor.ts';

const AT_ONCE = 1_000;

/** What a merge of customers does to their cases: by the thousand, all of them, also those that the merger cannot see. */
@Injectable()
export class MoveCustomerCases extends CustomerCases {
  constructor(
    private readonly database: Database,
    private readonly cases: BulkCaseRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async lock(customerId: number, only?: readonly number[]): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      `SELECT c.id FROM cases c WHERE c.customer_id = $1 AND ($2::bigint[] IS NULL OR c.id = ANY($2))
       ORDER BY c.id FOR UPDATE`,
      [customerId, only ?? null],
    );
    return rows.map(({ id }) => id);
  }

  async move(actor: Actor, caseIds: readonly number[], customerId: number): Promise<void> {
    for (let start = 0; start < caseIds.length; start += AT_ONCE) {
      const locked = await this.cases.lock(SYSTEM, caseIds.slice(start, start + AT_ONCE));
      const writes = locked.map(({ id, sequence, customerId: from }) => ({
        id,
        sequence,
        event: 'case.updated',
        changes: [{ field: 'customerId', from, to: customerId }],
        patch: { customerId },
        context: {},
      }));
      await this.cases.write(writes, {
        actor: stampOf(actor),
        at: this.clock.now(),
        timed: false,
        // Who the customer is was found out; nothing happened to the cases that a rule should answer.
        suppressRules: true,
      });
    }
  }
}

import { Injectable } from '@nestjs/common';
import { stampOf, type Actor } from '@bureau/contracts';
import { Outbox, ProblemError, Transactional } from '@bureau/platform';
import { CustomerCases } from './customer-cases.ts';
import { CustomerMergeRepository } from './customer-merge.repository.ts';
import { CustomersQueries } from './customers.queries.ts';
import { RecordCustomerChange } from './record-customer-change.ts';

/**
 * Two customers turn out to be one. Addresses, numbers, identities and cases move; what else the merged customer had
 * (title, background, fields) stays with its row, where taking the merge back finds it. Locks are taken in one order
 * everywhere: cases, customers, addresses.
 */
@Injectable()
export class MergeCustomers {
  constructor(
    private readonly merges: CustomerMergeRepository,
    private readonly cases: CustomerCases,
    private readonly queries: CustomersQueries,
    private readonly recordChange: RecordCustomerChange,
    private readonly outbox: Outbox,
  ) {}

  /** Throws customer.not-found, customer.merged, customer.merge-itself. */
  @Transactional()
  async run(actor: Actor, { customerId, mergedId }: { customerId: number; mergedId: number }): Promise<void> {
    if (customerId === mergedId) throw new ProblemError('customer.merge-itself');
    await this.merges.serialise();
    await this.queries.checkVisible(actor, customerId);
    await this.queries.checkVisible(actor, mergedId);

    const family = await this.merges.family(mergedId);
    await this.cases.lock(mergedId);
    await this.merges.lock([customerId, mergedId]);
    await this.merges.setWinner(mergedId, customerId);
    await this.merges.moveSets({ from: mergedId, to: customerId });
    // Asked again: a case that was being opened while the customers were locked is there now.
    const caseIds = await this.cases.lock(mergedId);
    await this.merges.rememberCases(caseIds, mergedId, family);
    await this.cases.move(actor, caseIds, customerId);
    await this.merges.mendAddresses([customerId]);

    await this.record(actor, { customerId, mergedId });
  }

  private async record(actor: Actor, ids: { customerId: number; mergedId: number }): Promise<void> {
    const { customerId, mergedId } = ids;
    const event = 'customer.merged';
    await this.recordChange.tell(actor, customerId, {
      event,
      changes: [{ field: 'merged', from: null, to: mergedId }],
    });
    await this.recordChange.tell(actor, mergedId, {
      event,
      changes: [{ field: 'mergedIntoId', from: null, to: customerId }],
    });
    await this.outbox.add('customer.merged', { ...ids, actor: stampOf(actor), undone: false });
  }
}

import { Injectable } from '@nestjs/common';
import { stampOf, type Actor } from '@bureau/contracts';
import { Outbox, ProblemError, Transactional } from '@bureau/platform';
import { CustomerCases } from './customer-cases.ts';
import { CustomerMergeRepository } from './customer-merge.repository.ts';
import { CustomerRepository } from './customer.repository.ts';
import { CustomersQueries } from './customers.queries.ts';
import { RecordCustomerChange } from './record-customer-change.ts';

/**
 * Takes a merge back, at any later time and whatever was merged since. The customer gets what came from him and is still
 * there; what came in or was changed on purpose since stays where it is.
 */
@Injectable()
export class UnmergeCustomer {
  constructor(
    private readonly merges: CustomerMergeRepository,
    private readonly customers: CustomerRepository,
    private readonly cases: CustomerCases,
    private readonly queries: CustomersQueries,
    private readonly recordChange: RecordCustomerChange,
    private readonly outbox: Outbox,
  ) {}

  /** `customerId` is the customer who stands for `mergedId` now. Throws customer.not-found, customer.not-merged. */
  @Transactional()
  async run(actor: Actor, { customerId, mergedId }: { customerId: number; mergedId: number }): Promise<void> {
    await this.merges.serialise();
    await this.queries.checkVisible(actor, customerId);
    const isMerged = mergedId !== customerId && (await this.customers.livingId(mergedId)) === customerId;
    if (!isMerged) throw new ProblemError('customer.not-merged');

    const family = await this.merges.family(mergedId);
    const caseIds = await this.cases.lock(customerId, await this.merges.rememberedCases(family));
    await this.merges.lock([customerId, mergedId]);
    await this.merges.setWinner(mergedId, null);
    await this.merges.returnSets({ from: customerId, to: mergedId, family });
    await this.cases.move(actor, caseIds, mergedId);
    await this.merges.forgetCases(mergedId);
    await this.merges.mendAddresses([customerId, mergedId]);

    await this.record(actor, { customerId, mergedId });
  }

  private async record(actor: Actor, ids: { customerId: number; mergedId: number }): Promise<void> {
    const { customerId, mergedId } = ids;
    const event = 'customer.unmerged';
    await this.recordChange.tell(actor, customerId, {
      event,
      changes: [{ field: 'merged', from: mergedId, to: null }],
    });
    await this.recordChange.tell(actor, mergedId, {
      event,
      changes: [{ field: 'mergedIntoId', from: customerId, to: null }],
    });
    await this.outbox.add('customer.merged', { ...ids, actor: stampOf(actor), undone: true });
  }
}

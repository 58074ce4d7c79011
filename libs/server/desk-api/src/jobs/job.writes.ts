import { Injectable } from '@nestjs/common';
import { ChangeInBulk as Asked, Id, permits, type Actor } from '@bureau/contracts';
import { ChangeInBulk } from '@bureau/cases';
import { MergeCustomers } from '@bureau/customers';
import { Clock, ProblemError, Transactional } from '@bureau/platform';
import { z } from 'zod';
import { ChangedCase, updateOf } from '../cases/case.body.ts';
import type { Wish } from '../resource/desk-route.ts';
import { understood } from '../resource/understood.ts';
import { JobRepository } from './job.repository.ts';

/** Merged in one transaction, while nobody else merges. */
const MERGED_AT_MOST = 20;

export const NewJob = z.object({
  type: z.enum(['bulk_case_update', 'customer_merge']),
  case: z.unknown().optional(),
  case_ids: z.unknown().optional(),
  filter_id: z.unknown().optional(),
  customer_id: z.unknown().optional(),
  customer_ids: z.unknown().optional(),
});
type NewJob = z.output<typeof NewJob>;

const Merge = z.object({
  customer_id: Id,
  customer_ids: z.array(Id).min(1, 'Name a customer.').max(MERGED_AT_MOST, `At most ${MERGED_AT_MOST} customers.`),
});

/** What the verbs call the fields → what clients call them. */
export const JOB_NAMES: Record<string, string> = { caseIds: 'case_ids', filterId: 'filter_id', changes: 'case' };

@Injectable()
export class JobWrites {
  constructor(
    private readonly changeInBulk: ChangeInBulk,
    private readonly mergeCustomers: MergeCustomers,
    private readonly jobs: JobRepository,
    private readonly clock: Clock,
  ) {}

  /** Throws permission.denied, and what the verbs throw. */
  @Transactional()
  async begin({ actor, body }: Wish<NewJob>): Promise<number> {
    const bulkId = body.type === 'bulk_case_update' ? await this.change(actor, body) : await this.merge(actor, body);
    return this.jobs.add(actor, { bulkId, at: this.clock.now() });
  }

  private async change(actor: Actor, body: NewJob): Promise<number> {
    if (!permits(actor, 'cases:bulk')) throw new ProblemError('permission.denied');
    const changes = updateOf(understood(ChangedCase, body.case ?? {}));
    const of = body.filter_id === undefined ? { caseIds: body.case_ids } : { filterId: body.filter_id };
    return this.changeInBulk.run(actor, understood(Asked, { ...of, changes: changes ?? undefined }));
  }

  /** Into `customer_id`, one after the other. Done when it is answered. */
  private async merge(actor: Actor, body: NewJob): Promise<null> {
    if (!permits(actor, 'customers:merge')) throw new ProblemError('permission.denied');
    const { customer_id: customerId, customer_ids: mergedIds } = understood(Merge, body);
    for (const mergedId of new Set(mergedIds)) await this.mergeCustomers.run(actor, { customerId, mergedId });
    return null;
  }
}

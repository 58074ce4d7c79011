import { Injectable } from '@nestjs/common';
import { ChangeInBulk as Asked, Id, permits, type Actor } from '@bureau/contracts';
import { ChangeInBulk } from '@bureau/cases';
import { MergeCustomers } from '@bureau/customers';
import { Clock, ProblemError, Transactional } from '@bureau/platform';
import { z } from 'zod';
import { CASE_NAMES, ChangedCase, updateOf } from '../cases/case.body.ts';
import { Anything } from '../resource/body.ts';
import type { Wish } from '../resource/desk-route.ts';
import { below, understood } from '../resource/understood.ts';
import { JobRepository } from './job.repository.ts';

/** Merged in one transaction, while nobody else merges. */
const MERGED_AT_MOST = 20;

export const NewJob = z.object({
  type: z.enum(['bulk_case_update', 'customer_merge']),
  case: Anything,
  case_ids: Anything,
  filter_id: Anything,
  customer_id: Anything,
  customer_ids: Anything,
});
type NewJob = z.output<typeof NewJob>;

/** What is to become of each case, so that what is wrong with it is told of `case`. */
const Wanted = z.object({ case: ChangedCase });

const Merge = z.object({
  customer_id: Id,
  customer_ids: z.array(Id).min(1, 'Name a customer.').max(MERGED_AT_MOST, `At most ${MERGED_AT_MOST} customers.`),
});

/** What the verbs call the fields → what clients call them. */
export const JOB_NAMES: Record<string, string> = {
  ...{ caseIds: 'case_ids', filterId: 'filter_id', changes: 'case' },
  ...Object.fromEntries(Object.entries(CASE_NAMES).map(([verb, client]) => [`changes.${verb}`, `case.${client}`])),
};

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
    const wanted = understood(Wanted, { case: body.case ?? {} });
    const changes = await below('case', CASE_NAMES, async () => updateOf(wanted.case));
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

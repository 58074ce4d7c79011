import { z } from 'zod';
import { ActorStamp } from '../actor.ts';
import { FieldChange } from '../cases/feed.ts';
import { Id } from '../ids.ts';

/** What can happen to customers and companies. */
export const customerEvents = {
  /** `event` is what the history calls it: customer.created, customer.updated. */
  'customer.updated': z.object({ customerId: Id, actor: ActorStamp, event: z.string(), changes: z.array(FieldChange) }),
  /** `mergedId` now lives in `customerId`; or, `undone`, stands for itself again. */
  'customer.merged': z.object({ customerId: Id, mergedId: Id, actor: ActorStamp, undone: z.boolean() }),
  /** `event`: company.created, company.updated, company.deleted. */
  'company.updated': z.object({ companyId: Id, actor: ActorStamp, event: z.string() }),
} as const;

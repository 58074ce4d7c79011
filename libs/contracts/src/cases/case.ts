import { z } from 'zod';
import { Id, Timestamp } from '../ids.ts';
import { UserSummary } from '../identity/user.ts';
import { CustomerSummary } from '../customers/customer.ts';

export const CaseStatus = z.enum(['new', 'open', 'pending', 'resolved', 'closed']);
export type CaseStatus = z.infer<typeof CaseStatus>;

export const Channel = z.enum(['email', 'phone', 'chat', 'twitter', 'facebook', 'qna']);
export type Channel = z.infer<typeof Channel>;

export const BrandSummary = z.object({ id: Id, name: z.string() });
export type BrandSummary = z.infer<typeof BrandSummary>;

/** One row of the list: what an agent needs to choose the next case. */
export const CaseSummary = z.object({
  id: Id,
  subject: z.string(),
  /** The beginning of the latest message, white space folded, at most 200 characters. */
  excerpt: z.string(),
  status: CaseStatus,
  priority: z.number().int().min(1).max(10),
  channel: Channel,
  sequence: z.number().int(),
  customer: CustomerSummary,
  brand: BrandSummary,
  assignee: UserSummary.nullable(),
  group: z.object({ id: Id, name: z.string() }).nullable(),
  /** Since when the customer waits for an answer; null when it is the customer's turn. */
  waitingSince: Timestamp.nullable(),
  /** The latest delivery of this case failed or is unknown. */
  deliveryTrouble: z.boolean(),
  createdAt: Timestamp,
  activeAt: Timestamp,
});
export type CaseSummary = z.infer<typeof CaseSummary>;

export const Case = CaseSummary.extend({
  mailbox: z.object({ id: Id, address: z.string() }).nullable(),
  /** The closed case that this one continues. */
  continuesCaseId: Id.nullable(),
  openedAt: Timestamp.nullable(),
  resolvedAt: Timestamp.nullable(),
  closedAt: Timestamp.nullable(),
  updatedAt: Timestamp,
  /** Suggested messages waiting for a person: held intake items that may belong here. */
  suggestedCount: z.number().int(),
});
export type Case = z.infer<typeof Case>;

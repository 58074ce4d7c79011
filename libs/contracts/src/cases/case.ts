import { z } from 'zod';
import { Id, Timestamp } from '../ids.ts';
import { UserSummary } from '../identity/user.ts';
import { CustomFieldValues } from '../custom-fields/custom-field.ts';
import { CustomerSummary } from '../customers/customer.ts';
import { LabelSummary } from '../labels/label.ts';
import { Rating, RatingType } from '../feedback/survey.ts';

export const CaseStatus = z.enum(['new', 'open', 'pending', 'resolved', 'closed']);
export type CaseStatus = z.infer<typeof CaseStatus>;

export const Channel = z.enum(['email', 'phone', 'chat', 'twitter', 'facebook', 'qna']);
export type Channel = z.infer<typeof Channel>;

/** Where routing has a case (desk-api-v2.md 3.1). */
export const RouteStatus = z.enum(['added', 'available', 'assigned', 'active', 'scheduled']);
export type RouteStatus = z.infer<typeof RouteStatus>;

/** Who works on a case at the moment, so that others only read it. */
export const CaseLock = z.object({ user: UserSummary, until: Timestamp });
export type CaseLock = z.infer<typeof CaseLock>;

/** A case that sleeps: until a time, or (`until` null) until the customer writes. */
export const Snooze = z.object({ since: Timestamp, until: Timestamp.nullable() });
export type Snooze = z.infer<typeof Snooze>;

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
  /** Of the customer. */
  company: z.object({ id: Id, name: z.string() }).nullable(),
  brand: BrandSummary,
  assignee: UserSummary.nullable(),
  group: z.object({ id: Id, name: z.string() }).nullable(),
  labels: z.array(LabelSummary),
  lock: CaseLock.nullable(),
  snooze: Snooze.nullable(),
  /** Since when the customer waits for an answer; null when it is the customer's turn. */
  waitingSince: Timestamp.nullable(),
  /** What the customer last said of what was done. */
  rating: z.object({ value: Rating, type: RatingType, at: Timestamp }).nullable(),
  /** The latest delivery of this case failed or is unknown. */
  deliveryTrouble: z.boolean(),
  createdAt: Timestamp,
  activeAt: Timestamp,
  updatedAt: Timestamp,
});
export type CaseSummary = z.infer<typeof CaseSummary>;

export const Case = CaseSummary.extend({
  /** The id that another system gave it; unique. */
  externalId: z.string().nullable(),
  description: z.string(),
  language: z.string().nullable(),
  customFields: CustomFieldValues,
  mailbox: z.object({ id: Id, address: z.string() }).nullable(),
  /** The closed case that this one continues. */
  continuesCaseId: Id.nullable(),
  mergedIntoId: Id.nullable(),
  /** When the latest message came in, and the latest answer went out. */
  receivedAt: Timestamp.nullable(),
  repliedAt: Timestamp.nullable(),
  /** The latest change that a person can see; `updatedAt` is the latest change of all. */
  changedAt: Timestamp,
  /** When an agent last opened it to work on it. */
  workedAt: Timestamp.nullable(),
  firstOpenedAt: Timestamp.nullable(),
  openedAt: Timestamp.nullable(),
  firstResolvedAt: Timestamp.nullable(),
  /** Stays when the case is reopened. */
  resolvedAt: Timestamp.nullable(),
  closedAt: Timestamp.nullable(),
  spamAt: Timestamp.nullable(),
  deletedAt: Timestamp.nullable(),
  /** Null until routing, or an agent, has had the case. */
  routeStatus: RouteStatus.nullable(),
  counts: z.object({
    inbound: z.number().int(),
    outbound: z.number().int(),
    notes: z.number().int(),
    attachments: z.number().int(),
  }),
  hasPendingInteractions: z.boolean(),
  hasFailedInteractions: z.boolean(),
  followers: z.array(UserSummary),
  /** Suggested messages waiting for a person: held intake items that may belong here. */
  suggestedCount: z.number().int(),
});
export type Case = z.infer<typeof Case>;

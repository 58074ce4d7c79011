import { z } from 'zod';
import { ActorStamp } from '../actor.ts';
import { CaseStatus, Channel, RouteStatus } from '../cases/case.ts';
import { MailAddress } from '../cases/feed.ts';
import { CustomFieldValues } from '../custom-fields/custom-field.ts';
import { Id, Timestamp } from '../ids.ts';
import { LabelColor } from '../labels/label.ts';

// Rows as a copy of the desk keeps them: numbers instead of nested things, so that a row changes only when it changes.

const row = { id: Id, createdAt: Timestamp, updatedAt: Timestamp };

export const CaseRecord = z.object({
  ...row,
  externalId: z.string().nullable(),
  subject: z.string(),
  description: z.string(),
  status: CaseStatus,
  priority: z.number().int(),
  channel: Channel,
  language: z.string().nullable(),
  brandId: Id,
  mailboxId: Id.nullable(),
  customerId: Id,
  assigneeId: Id.nullable(),
  groupId: Id.nullable(),
  labelIds: z.array(Id),
  customFields: CustomFieldValues,
  routeStatus: RouteStatus.nullable(),
  continuesCaseId: Id.nullable(),
  mergedIntoId: Id.nullable(),
  inboundCount: z.number().int(),
  outboundCount: z.number().int(),
  noteCount: z.number().int(),
  attachmentCount: z.number().int(),
  receivedAt: Timestamp.nullable(),
  repliedAt: Timestamp.nullable(),
  activeAt: Timestamp,
  changedAt: Timestamp,
  waitingSince: Timestamp.nullable(),
  firstOpenedAt: Timestamp.nullable(),
  openedAt: Timestamp.nullable(),
  firstResolvedAt: Timestamp.nullable(),
  resolvedAt: Timestamp.nullable(),
  closedAt: Timestamp.nullable(),
  spamAt: Timestamp.nullable(),
  /** In the trash since; it can come back. */
  deletedAt: Timestamp.nullable(),
});
export type CaseRecord = z.infer<typeof CaseRecord>;

export const MessageRecord = z.object({
  id: Id,
  updatedAt: Timestamp,
  caseId: Id,
  sequence: z.number().int(),
  at: Timestamp,
  direction: z.enum(['in', 'out']),
  channel: z.string(),
  subject: z.string(),
  text: z.string(),
  from: MailAddress,
  to: z.array(MailAddress),
  cc: z.array(MailAddress),
  bcc: z.array(MailAddress),
  messageId: z.string().nullable(),
  automatic: z.string().nullable(),
  userId: Id.nullable(),
  customerId: Id.nullable(),
});
export type MessageRecord = z.infer<typeof MessageRecord>;

export const NoteRecord = z.object({
  id: Id,
  updatedAt: Timestamp,
  caseId: Id,
  sequence: z.number().int(),
  at: Timestamp,
  text: z.string(),
  author: ActorStamp,
  userId: Id.nullable(),
  mentionedUserIds: z.array(Id),
  editedAt: Timestamp.nullable(),
});
export type NoteRecord = z.infer<typeof NoteRecord>;

export const LabelRecord = z.object({
  ...row,
  name: z.string(),
  description: z.string(),
  color: LabelColor,
  types: z.array(z.string()),
  enabled: z.boolean(),
  position: z.number().int(),
});
export type LabelRecord = z.infer<typeof LabelRecord>;

export const CustomerRecord = z.object({
  ...row,
  externalId: z.string().nullable(),
  name: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  title: z.string(),
  background: z.string(),
  language: z.string().nullable(),
  companyId: Id.nullable(),
  /** The one that answers go to. */
  address: z.string().nullable(),
  addresses: z.array(z.string()),
  phoneNumbers: z.array(z.string()),
  postalAddresses: z.array(z.string()),
  customFields: CustomFieldValues,
  blockedAt: Timestamp.nullable(),
  mergedIntoId: Id.nullable(),
});
export type CustomerRecord = z.infer<typeof CustomerRecord>;

export const CompanyRecord = z.object({
  ...row,
  externalId: z.string().nullable(),
  name: z.string(),
  domains: z.array(z.string()),
  customFields: CustomFieldValues,
});
export type CompanyRecord = z.infer<typeof CompanyRecord>;

export const UserRecord = z.object({
  ...row,
  name: z.string(),
  publicName: z.string(),
  email: z.string(),
  roleId: Id,
  disabledAt: Timestamp.nullable(),
});
export type UserRecord = z.infer<typeof UserRecord>;

export const GroupRecord = z.object({ ...row, name: z.string(), userIds: z.array(Id) });
export type GroupRecord = z.infer<typeof GroupRecord>;

export const BrandRecord = z.object({ ...row, name: z.string(), slug: z.string() });
export type BrandRecord = z.infer<typeof BrandRecord>;

export const TopicRecord = z.object({
  ...row,
  language: z.string(),
  audience: z.string(),
  allowQuestions: z.boolean(),
  position: z.number().int(),
  brandIds: z.array(Id),
  texts: z.array(z.object({ language: z.string(), name: z.string(), description: z.string() })),
});
export type TopicRecord = z.infer<typeof TopicRecord>;

export const ArticleRecord = z.object({
  ...row,
  topicId: Id,
  language: z.string(),
  internal: z.boolean(),
  quickcode: z.string().nullable(),
  position: z.number().int(),
  labelIds: z.array(Id),
  texts: z.array(
    z.object({
      language: z.string(),
      subject: z.string(),
      html: z.string(),
      keywords: z.array(z.string()),
      publishAt: Timestamp.nullable(),
      outdated: z.boolean(),
      version: z.number().int(),
    }),
  ),
  /** In the trash since; it can come back. */
  deletedAt: Timestamp.nullable(),
});
export type ArticleRecord = z.infer<typeof ArticleRecord>;

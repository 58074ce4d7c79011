import { z } from 'zod';
import { EmailAddress, Id, IdParam, Timestamp } from '../ids.ts';
import { route } from '../route.ts';
import { Upload } from './cases.api.ts';
import { ReplyOnNetwork } from '../social/social-post.ts';
import { Attachment, FeedMessage, MailAddress } from './feed.ts';

/** Whom an answer to all goes to; `leftOut` were named by a mail whose sender nothing proves (S3). */
export const ReplyRecipients = z.object({
  to: z.array(MailAddress),
  cc: z.array(MailAddress),
  leftOut: z.array(MailAddress),
});
export type ReplyRecipients = z.infer<typeof ReplyRecipients>;

export const ForwardCase = z.object({
  to: z.array(EmailAddress).min(1, 'Name at least one recipient.').max(50, 'At most 50 recipients.'),
  cc: z.array(EmailAddress).max(50, 'At most 50 recipients.').default([]),
  /** What the agent writes above the forwarded words. */
  text: z.string().max(500_000, 'At most 500,000 characters.').trim().default(''),
  html: z.string().max(1_000_000).optional(),
  /** `Fwd: …` by default. */
  subject: z.string().trim().min(1, 'Write a subject.').max(500, 'At most 500 characters.').optional(),
  /** Messages of this case; without them the whole thread between customer and company. Notes never travel. */
  messageIds: z.array(Id).min(1, 'Name at least one message.').max(100, 'At most 100 messages.').optional(),
  withAttachments: z.boolean().default(true),
  uploadIds: z.array(Id).max(50).default([]),
  /** The delivery that failed and is replaced by this one. */
  replacesDeliveryId: Id.optional(),
});
export type ForwardCase = z.infer<typeof ForwardCase>;

export const UpdateMessage = z.object({ hidden: z.boolean() });
export type UpdateMessage = z.infer<typeof UpdateMessage>;

/** A message that was not delivered, ready to be changed and sent again; its files are uploads anew. */
export const EditableMessage = z.object({
  replacesDeliveryId: Id,
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable(),
  to: z.array(MailAddress),
  cc: z.array(MailAddress),
  bcc: z.array(MailAddress),
  /** How it was to leave on a network; null: by mail. */
  post: ReplyOnNetwork.nullable(),
  uploads: z.array(Upload),
});
export type EditableMessage = z.infer<typeof EditableMessage>;

/** A file of a case with the interaction that it came with: one of both is set. */
export const CaseAttachment = Attachment.extend({
  messageId: Id.nullable(),
  noteId: Id.nullable(),
  at: Timestamp,
});
export type CaseAttachment = z.infer<typeof CaseAttachment>;

const caseParams = z.object({ caseId: IdParam });
const messageParams = z.object({ messageId: IdParam });

export const messagesApi = {
  recipients: route('GET', '/cases/:caseId/reply-recipients', {
    summary: 'Propose whom an answer to all goes to.',
    allow: 'cases:reply',
    params: caseParams,
    response: ReplyRecipients,
  }),
  forward: route('POST', '/cases/:caseId/forward', {
    summary: 'Send what was said to somebody else; the answer comes back into the case.',
    allow: 'cases:reply',
    params: caseParams,
    body: ForwardCase,
    response: FeedMessage,
    status: 201,
    idempotent: true,
  }),
  update: route('PATCH', '/messages/:messageId', {
    summary: 'Hide a message from the customer’s portal, or show it again.',
    allow: 'cases:update',
    params: messageParams,
    body: UpdateMessage,
    response: FeedMessage,
  }),
  erase: route('POST', '/messages/:messageId/erase', {
    summary: 'Erase what a message says, with its files and the mail as received; that there was one stays.',
    allow: 'cases:delete',
    params: messageParams,
    response: FeedMessage,
  }),
  attachments: route('GET', '/cases/:caseId/attachments', {
    summary: 'List the files of a case, the latest first; at most 1,000.',
    allow: 'cases:view',
    params: caseParams,
    response: z.object({ items: z.array(CaseAttachment) }),
  }),
  thumbnail: route('GET', '/attachments/:attachmentId/thumbnail', {
    summary: 'Read a small picture of an image, at most 320 pixels wide and high.',
    allow: 'cases:view',
    params: z.object({ attachmentId: IdParam }),
    bytes: 'response',
  }),
  eraseAttachment: route('POST', '/attachments/:attachmentId/erase', {
    summary: 'Erase the content of a file and the mail that brought it; its name stays.',
    allow: 'cases:delete',
    params: z.object({ attachmentId: IdParam }),
    response: CaseAttachment,
  }),
};

import { z } from 'zod';
import { ActorStamp } from '../actor.ts';
import { RatingType } from '../feedback/survey.ts';
import { Id, Timestamp } from '../ids.ts';
import { SocialPost } from '../social/social-post.ts';

export const MailAddress = z.object({ name: z.string(), address: z.string() });
export type MailAddress = z.infer<typeof MailAddress>;

export const Attachment = z.object({
  id: Id,
  fileName: z.string(),
  contentType: z.string(),
  /** Bytes. */
  size: z.number().int(),
  /** Null once the content is erased. */
  sha256: z.string().nullable(),
  /** Shown inside the text; not listed among the files. */
  inline: z.boolean(),
  url: z.string(),
  /** A small picture of it; null for what is no image. */
  thumbnailUrl: z.string().nullable(),
  erasedAt: Timestamp.nullable(),
});
export type Attachment = z.infer<typeof Attachment>;

export const DeliveryState = z.enum(['pending', 'sending', 'sent', 'failed', 'unknown', 'cancelled', 'bounced']);
export type DeliveryState = z.infer<typeof DeliveryState>;

export const Delivery = z.object({
  id: Id,
  state: DeliveryState,
  attempts: z.number().int(),
  /** Until when the agent can take the message back; null afterwards. */
  undoUntil: Timestamp.nullable(),
  nextAttemptAt: Timestamp.nullable(),
  sentAt: Timestamp.nullable(),
  /** What the receiving side said last, word for word. */
  response: z.string().nullable(),
  /** The message that was sent in its place, after it failed. */
  replacedBy: Id.nullable(),
});
export type Delivery = z.infer<typeof Delivery>;

export const SenderVerdict = z.enum(['verified', 'unverified', 'failed', 'unknown']);
export type SenderVerdict = z.infer<typeof SenderVerdict>;

/** SPF, DKIM and DMARC as one badge with its explanation. */
export const SenderCheck = z.object({
  verdict: SenderVerdict,
  spf: z.string(),
  dkim: z.string(),
  dmarc: z.string(),
  explain: z.string(),
});
export type SenderCheck = z.infer<typeof SenderCheck>;

export const AutomaticKind = z.enum(['auto-reply', 'bounce', 'list', 'auto-answer']);
export type AutomaticKind = z.infer<typeof AutomaticKind>;

/**
 * `message`: between customer and company. `forward`: to somebody else about the case. `aside`: what such a person
 * answered; like the forward it is never quoted to the customer, and hidden from the customer's portal.
 */
export const MessagePurpose = z.enum(['message', 'forward', 'aside']);
export type MessagePurpose = z.infer<typeof MessagePurpose>;

export const FeedMessage = z.object({
  kind: z.literal('message'),
  id: Id,
  sequence: z.number().int(),
  at: Timestamp,
  direction: z.enum(['in', 'out']),
  purpose: MessagePurpose,
  channel: z.string(),
  subject: z.string(),
  /** The whole text; `visibleLength` characters of it are new, the rest is quoted history and signatures. */
  text: z.string(),
  visibleLength: z.number().int(),
  /** Sanitised for display in a sandboxed frame; remote images are blocked. Null for plain text mail. */
  html: z.string().nullable(),
  hasRemoteImages: z.boolean(),
  from: MailAddress,
  to: z.array(MailAddress),
  cc: z.array(MailAddress),
  /** Empty for mail that came in. */
  bcc: z.array(MailAddress),
  messageId: z.string().nullable(),
  /** The agent who wrote it. */
  author: ActorStamp.nullable(),
  automatic: AutomaticKind.nullable(),
  sender: SenderCheck.nullable(),
  /** Defects and limits that the reader should know of, e.g. "The mail has 1,200 parts; 200 are shown." */
  notices: z.array(z.string()),
  intakeId: Id.nullable(),
  /** The customer's portal does not show it. */
  hidden: z.boolean(),
  /** When its content was erased; that there was a message stays. */
  erasedAt: Timestamp.nullable(),
  /** The message that could not be delivered, in whose place this one was sent. */
  replaces: Id.nullable(),
  /** What the network knows of it; null for what is no post. */
  post: SocialPost.nullable(),
  delivery: Delivery.nullable(),
  attachments: z.array(Attachment),
});
export type FeedMessage = z.infer<typeof FeedMessage>;

export const FieldChange = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() });
export type FieldChange = z.infer<typeof FieldChange>;

/** In what context something was done. */
export const EventContext = z.object({
  /** The bulk change that this write was part of. */
  bulkId: Id.optional(),
  /** The merge or split that this write was part of. */
  mergeId: Id.optional(),
  splitId: Id.optional(),
  /** The message that was hidden, shown, or erased; whose delivery was taken back. */
  messageId: Id.optional(),
  /** The note that was changed, or erased. */
  noteId: Id.optional(),
  /** The history entry that this one takes back. */
  undoes: Id.optional(),
  /** What the customer said of the case. */
  feedbackId: Id.optional(),
  ratingType: RatingType.optional(),
  /** The macro that this write was part of, called as it was then, and its application. */
  macro: z.object({ id: Id, name: z.string() }).optional(),
  macroApplicationId: Id.optional(),
});
export type EventContext = z.infer<typeof EventContext>;

export const FeedEvent = z.object({
  kind: z.literal('event'),
  id: Id,
  sequence: z.number().int(),
  at: Timestamp,
  /** What happened, e.g. case.opened, case.updated, case.reopened. */
  event: z.string(),
  actor: ActorStamp,
  changes: z.array(FieldChange),
  /** Why, e.g. the threading decision in words. */
  reason: z.string().nullable(),
  context: EventContext,
});
export type FeedEvent = z.infer<typeof FeedEvent>;

/** Internal text: never part of what a customer gets. */
export const FeedNote = z.object({
  kind: z.literal('note'),
  id: Id,
  sequence: z.number().int(),
  at: Timestamp,
  text: z.string(),
  /** Sanitised for display; null for plain text. */
  html: z.string().nullable(),
  author: ActorStamp,
  /** Its customer can read it where it was written, such as in Salesforce; absent: nobody outside can. */
  published: z.boolean().optional(),
  mentionedUserIds: z.array(Id),
  editedAt: Timestamp.nullable(),
  /** When its content was erased; that there was a note stays. */
  erasedAt: Timestamp.nullable(),
  /** Until when its author may change it. */
  editableUntil: Timestamp,
  attachments: z.array(Attachment),
});
export type FeedNote = z.infer<typeof FeedNote>;

/** Everything that was said and done about a case, in `sequence` order. */
export const FeedItem = z.discriminatedUnion('kind', [FeedMessage, FeedNote, FeedEvent]);
export type FeedItem = z.infer<typeof FeedItem>;

import { z } from 'zod';
import { Id, Timestamp } from '../ids.ts';
import { Network } from './social-account.ts';

/**
 * `post`: said to everybody, or on the wall of a page. `reply`: to another post. `quote`: a post about another one.
 * `comment`: below a post of Facebook. `message`: in private.
 */
export const PostKind = z.enum(['post', 'reply', 'quote', 'comment', 'message']);
export type PostKind = z.infer<typeof PostKind>;

/** Who wrote it, as the network shows it. */
export const PostAuthor = z.object({
  externalId: z.string(),
  /** Without the @; empty where a network has none. */
  handle: z.string(),
  name: z.string(),
  /** Of this desk: a copy, because the network is never asked by a reader's browser. */
  avatarUrl: z.string().nullable(),
  followers: z.number().int().nullable(),
  verified: z.boolean(),
  /** It is an account of ours. */
  ours: z.boolean(),
});
export type PostAuthor = z.infer<typeof PostAuthor>;

/** What the network knows of a message beside its text: the post as it looks there. */
export const SocialPost = z.object({
  network: Network,
  accountId: Id,
  accountHandle: z.string(),
  kind: PostKind,
  /** Null while it waits to be sent. */
  externalId: z.string().nullable(),
  /** Where it can be seen; null for what is private. */
  url: z.string().nullable(),
  author: PostAuthor,
  editedAt: Timestamp.nullable(),
  /** Its author, or the network, took it down. */
  deletedAt: Timestamp.nullable(),
  /** The company hid it from others. */
  hiddenAt: Timestamp.nullable(),
  likedAt: Timestamp.nullable(),
  repostedAt: Timestamp.nullable(),
  followedAt: Timestamp.nullable(),
  /** What the customer feels about it, as the network shows it: an emoji. */
  reaction: z.string().nullable(),
  /** How many posts it became, when the writer split it into a thread. */
  parts: z.number().int(),
});
export type SocialPost = z.infer<typeof SocialPost>;

/** A post around those of a case: of somebody else, or never meant for us. */
export const ThreadPost = z.object({
  externalId: z.string(),
  kind: PostKind,
  parentId: z.string().nullable(),
  author: PostAuthor,
  text: z.string(),
  url: z.string().nullable(),
  at: Timestamp,
  deletedAt: Timestamp.nullable(),
  /** The message of the case that it is; null: it belongs to nobody's case, or to another one. */
  messageId: Id.nullable(),
});
export type ThreadPost = z.infer<typeof ThreadPost>;

/** How an answer on a network is to leave; the case's own account, in the way its customer wrote, by default. */
export const ReplyOnNetwork = z.object({
  accountId: Id.optional(),
  /** `public`: where everybody reads it. `private`: as a direct message, or Facebook's private reply to a comment. */
  audience: z.enum(['public', 'private']).optional(),
  /** The message of the case that it answers; the customer's latest by default. */
  answers: Id.optional(),
  /** A text that is too long becomes several posts; otherwise it is refused. */
  split: z.boolean().optional(),
});
export type ReplyOnNetwork = z.infer<typeof ReplyOnNetwork>;

import { z } from 'zod';

/** Somebody with an account on X. Brands are accounts like all others, only marked so that the page can tell. */
export const XUser = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  description: z.string(),
  kind: z.enum(['person', 'brand']),
  verified: z.boolean(),
  /** May write 25,000 weighted characters, and edit. */
  premium: z.boolean(),
  followers: z.number().int(),
  following: z.number().int(),
  language: z.string(),
  /** Takes direct messages from everybody; otherwise only from those they follow or wrote to. */
  dmOpen: z.boolean(),
  createdAt: z.string(),
});
export type XUser = z.infer<typeof XUser>;

export const Post = z.object({
  id: z.string(),
  authorId: z.string(),
  text: z.string(),
  createdAt: z.string(),
  conversationId: z.string(),
  repliedTo: z.string().nullable(),
  quoted: z.string().nullable(),
  retweeted: z.string().nullable(),
  mediaIds: z.array(z.string()),
  /** Known users whom the text names; reading a text is what costs most. */
  mentions: z.array(z.string()),
  /** Code points of the text before which only the people answered stand, as the apps of X write them. */
  implicitPrefix: z.number().int(),
  lang: z.string(),
  source: z.string(),
  hidden: z.boolean(),
  /** All editions, the first one first; an edition that is not the last one is history. */
  history: z.array(z.string()),
  deletedAt: z.string().nullable(),
});
export type Post = z.infer<typeof Post>;

export const DirectMessage = z.object({
  id: z.string(),
  conversationId: z.string(),
  senderId: z.string(),
  recipientId: z.string(),
  text: z.string(),
  mediaIds: z.array(z.string()),
  createdAt: z.string(),
});
export type DirectMessage = z.infer<typeof DirectMessage>;

export const Media = z.object({
  id: z.string(),
  ownerId: z.string(),
  /** As X writes it: `3_` photo, `7_` video, `16_` moving picture. */
  key: z.string(),
  type: z.enum(['photo', 'video', 'animated_gif']),
  mimeType: z.string(),
  category: z.string(),
  totalBytes: z.number().int(),
  state: z.enum(['uploading', 'processing', 'ready']),
  /** Epoch milliseconds: when a video is ready, and until when an upload may be attached. */
  readyAt: z.number(),
  expiresAt: z.number(),
  altText: z.string(),
});
export type Media = z.infer<typeof Media>;

/** Who likes, reposts, follows or blocks what; the id is the three together. */
export const Relation = z.object({
  id: z.string(),
  kind: z.enum(['like', 'follow', 'block']),
  userId: z.string(),
  targetId: z.string(),
});
export type Relation = z.infer<typeof Relation>;

export const Webhook = z.object({
  id: z.string(),
  url: z.string(),
  createdAt: z.string(),
  valid: z.boolean(),
  /** Epoch milliseconds. */
  checkedAt: z.number(),
});
export type Webhook = z.infer<typeof Webhook>;

export const ActivityType = z.enum([
  'post.create',
  'post.delete',
  'post.mention.create',
  'post.reply.create',
  'post.quote.create',
  'dm.received',
  'dm.sent',
  'oauth.revoke',
]);
export type ActivityType = z.infer<typeof ActivityType>;

export const Subscription = z.object({
  id: z.string(),
  eventType: ActivityType,
  userId: z.string(),
  webhookId: z.string(),
  tag: z.string().nullable(),
  createdAt: z.string(),
});
export type Subscription = z.infer<typeof Subscription>;

export const StreamRule = z.object({ id: z.string(), value: z.string(), tag: z.string().nullable() });
export type StreamRule = z.infer<typeof StreamRule>;

import { z } from 'zod';

/** Ids of X are strings, but not everywhere. */
export const XId = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().regex(/^\d{1,20}$/u));

const Mention = z.object({ username: z.string().optional(), id: XId.optional() });

/** What X made of a link; without it the short address stays in the text. */
export const XLink = z.object({ url: z.string().min(1), expanded_url: z.string().nullish() });
export type XLink = z.infer<typeof XLink>;

const Linked = z.object({ urls: z.array(XLink).nullish().catch(null) }).nullish();

/** A post as API v2 tells it. */
export const XPost = z.object({
  id: XId,
  text: z.string().default(''),
  note_tweet: z.object({ text: z.string(), entities: Linked }).optional(),
  author_id: XId.optional(),
  conversation_id: XId.optional(),
  created_at: z.string().optional(),
  edit_history_tweet_ids: z.array(XId).optional(),
  in_reply_to_user_id: XId.nullish(),
  referenced_tweets: z.array(z.object({ type: z.string(), id: XId })).nullish(),
  entities: z.object({ mentions: z.array(Mention).nullish(), urls: z.array(XLink).nullish().catch(null) }).nullish(),
  attachments: z.object({ media_keys: z.array(z.string()).nullish() }).nullish(),
  lang: z.string().nullish(),
});
export type XPost = z.infer<typeof XPost>;

export const XUser = z.object({
  id: XId,
  username: z.string().default(''),
  name: z.string().default(''),
  profile_image_url: z.string().nullish(),
  verified: z.boolean().nullish(),
  public_metrics: z.object({ followers_count: z.number().int().nullish() }).nullish(),
});
export type XUser = z.infer<typeof XUser>;

export const XMedia = z.object({
  media_key: z.string(),
  type: z.string().default('photo'),
  url: z.string().nullish(),
  preview_image_url: z.string().nullish(),
  alt_text: z.string().nullish(),
  variants: z
    .array(z.object({ bit_rate: z.number().nullish(), content_type: z.string().nullish(), url: z.string() }))
    .nullish(),
});
export type XMedia = z.infer<typeof XMedia>;

/** A direct message as API v2 tells it. */
export const XDirectMessage = z.object({
  id: XId,
  event_type: z.string().default('MessageCreate'),
  text: z.string().default(''),
  sender_id: XId.optional(),
  dm_conversation_id: z.union([z.string(), z.number()]).transform(String).optional(),
  created_at: z.string().optional(),
  entities: Linked,
  attachments: z.object({ media_keys: z.array(z.string()).nullish() }).nullish(),
});
export type XDirectMessage = z.infer<typeof XDirectMessage>;

const OldMedia = z.object({
  id_str: z.string().nullish(),
  media_url_https: z.string().nullish(),
  type: z.string().default('photo'),
  ext_alt_text: z.string().nullish(),
});

/** A direct message as API 1.1 told it, and the Activity API still does. */
export const OldDirectMessage = z.object({
  id: XId,
  type: z.string().default('message_create'),
  created_timestamp: z.union([z.string(), z.number()]).transform(Number).optional(),
  message_create: z.object({
    sender_id: XId,
    target: z.object({ recipient_id: XId }),
    message_data: z.object({
      text: z.string().default(''),
      entities: Linked,
      attachment: z.object({ media: OldMedia.nullish() }).nullish(),
    }),
  }),
});
export type OldDirectMessage = z.infer<typeof OldDirectMessage>;

export const OldUser = z.object({
  id: XId.optional(),
  id_str: z.string().optional(),
  screen_name: z.string().default(''),
  name: z.string().default(''),
  profile_image_url_https: z.string().nullish(),
  followers_count: z.number().int().nullish(),
  verified: z.boolean().nullish(),
});
export type OldUser = z.infer<typeof OldUser>;

/** A post as API 1.1 told it. */
export const OldPost = z.object({
  id_str: XId,
  text: z.string().optional(),
  full_text: z.string().optional(),
  extended_tweet: z.object({ full_text: z.string() }).nullish(),
  created_at: z.string().optional(),
  timestamp_ms: z.string().optional(),
  user: OldUser.optional(),
  in_reply_to_status_id_str: XId.nullish(),
  in_reply_to_user_id_str: XId.nullish(),
  quoted_status_id_str: XId.nullish(),
  quoted_status: z.object({ user: OldUser }).nullish(),
  retweeted_status: z.unknown().optional(),
  entities: z.object({ user_mentions: z.array(z.object({ id_str: XId.nullish() })).nullish() }).nullish(),
  extended_entities: z.object({ media: z.array(OldMedia).nullish() }).nullish(),
  lang: z.string().nullish(),
});
export type OldPost = z.infer<typeof OldPost>;
export type OldMedia = z.infer<typeof OldMedia>;

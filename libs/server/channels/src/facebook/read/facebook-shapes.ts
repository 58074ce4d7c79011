import { z } from 'zod';

/** Facebook writes ids as text and as numbers; those too long for a number were kept as text (`readJson`). */
export const FacebookId = z.union([z.string(), z.number()]).transform(String).pipe(z.string().min(1).max(255));

const Person = z.object({ id: FacebookId.optional(), name: z.string().default('') });
export type Person = z.infer<typeof Person>;

/** What stands below `changes[].value` with `field: feed`. */
export const FeedChange = z.object({
  item: z.string(),
  verb: z.string(),
  from: Person.nullish(),
  sender_id: FacebookId.nullish(),
  sender_name: z.string().nullish(),
  post_id: FacebookId.nullish(),
  comment_id: FacebookId.nullish(),
  parent_id: FacebookId.nullish(),
  message: z.string().nullish(),
  story: z.string().nullish(),
  created_time: z.union([z.number(), z.string()]).nullish(),
  published: z.union([z.number(), z.boolean()]).nullish(),
  link: z.string().nullish(),
  photo: z.string().nullish(),
  photos: z.array(z.string()).nullish(),
  video: z.string().nullish(),
  post: z.object({ permalink_url: z.string().nullish() }).nullish(),
});
export type FeedChange = z.infer<typeof FeedChange>;

const MessageAttachment = z.object({
  type: z.string().default('file'),
  title: z.string().nullish(),
  url: z.string().nullish(),
  payload: z
    .object({
      url: z.string().nullish(),
      title: z.string().nullish(),
      sticker_id: FacebookId.nullish(),
      coordinates: z.object({ lat: z.number(), long: z.number() }).nullish(),
      product: z.object({ elements: z.array(z.object({ title: z.string().default('') })).default([]) }).nullish(),
    })
    .nullish(),
});
export type MessageAttachment = z.infer<typeof MessageAttachment>;

/** What stands in `messaging[]`. */
export const Messaging = z.object({
  sender: z.object({ id: FacebookId }).optional(),
  recipient: z.object({ id: FacebookId }).optional(),
  timestamp: z.number().optional(),
  message: z
    .object({
      mid: FacebookId,
      text: z.string().nullish(),
      is_echo: z.boolean().nullish(),
      is_deleted: z.boolean().nullish(),
      metadata: z.string().nullish(),
      reply_to: z.object({ mid: FacebookId.nullish() }).nullish(),
      attachments: z.array(MessageAttachment).nullish(),
    })
    .optional(),
  message_edit: z
    .object({ mid: FacebookId, text: z.string().default(''), num_edit: z.union([z.string(), z.number()]).nullish() })
    .optional(),
  reaction: z
    .object({ mid: FacebookId, action: z.string(), emoji: z.string().nullish(), reaction: z.string().nullish() })
    .optional(),
  pass_thread_control: z.object({ new_owner_app_id: FacebookId.nullish() }).optional(),
  take_thread_control: z.object({}).optional(),
  postback: z
    .object({ mid: FacebookId.nullish(), title: z.string().nullish(), payload: z.string().nullish() })
    .optional(),
});
export type Messaging = z.infer<typeof Messaging>;

const Media = z.object({ image: z.object({ src: z.string() }).nullish(), source: z.string().nullish() });

const Attached = z.object({
  type: z.string().nullish(),
  url: z.string().nullish(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  media: Media.nullish(),
});
export type Attached = z.infer<typeof Attached> & { subattachments?: unknown };

/** A post of a page as `GET /{page}/feed` tells it. */
export const FeedPost = z.object({
  id: FacebookId,
  from: Person.nullish(),
  message: z.string().nullish(),
  story: z.string().nullish(),
  created_time: z.string().nullish(),
  permalink_url: z.string().nullish(),
  is_hidden: z.boolean().nullish(),
  attachments: z
    .object({
      data: z.array(Attached.extend({ subattachments: z.object({ data: z.array(Attached) }).nullish() })).default([]),
    })
    .nullish(),
});
export type FeedPost = z.infer<typeof FeedPost>;

/** A comment as the same call tells it. */
export const FeedComment = z.object({
  id: FacebookId,
  from: Person.nullish(),
  message: z.string().nullish(),
  created_time: z.string().nullish(),
  permalink_url: z.string().nullish(),
  parent: z.object({ id: FacebookId }).nullish(),
  attachment: Attached.nullish(),
});

/** A message as `GET /{page}/conversations` tells it. */
export const ConversationMessage = z.object({
  id: FacebookId,
  message: z.string().nullish(),
  from: Person.nullish(),
  to: z.object({ data: z.array(Person).default([]) }).nullish(),
  created_time: z.string().nullish(),
  attachments: z
    .object({
      data: z
        .array(
          z.object({
            name: z.string().nullish(),
            mime_type: z.string().nullish(),
            file_url: z.string().nullish(),
            image_data: z.object({ url: z.string() }).nullish(),
            video_data: z.object({ url: z.string() }).nullish(),
          }),
        )
        .default([]),
    })
    .nullish(),
});
export type ConversationMessage = z.infer<typeof ConversationMessage>;

import { z } from 'zod';
import { Person, Reaction, Task } from './state.ts';

/** A picture or file as the page's forms and a test's JSON both bring it. */
const File = z.object({
  fileName: z.string().min(1).max(200),
  contentType: z.string().default('application/octet-stream'),
  base64: z.base64(),
});
const files = z.array(File).max(10).default([]);
export type FileInput = z.input<typeof File>;

/** Who does it: a person's id, or `page` for the page itself, in Facebook's own app. */
const as = z.string().min(1);
const message = z.string().max(60_000).default('');

export const WritePost = z.object({ as, page: z.string(), message, link: z.url().optional(), attachments: files });
export type WritePost = z.input<typeof WritePost>;

export const WriteComment = z.object({ as, on: z.string(), message, attachments: files });
export type WriteComment = z.input<typeof WriteComment>;

export const WriteMessage = z.object({
  as,
  page: z.string(),
  /** Whom the page writes to; needed when `as` is `page`. */
  person: z.string().optional(),
  text: z.string().max(20_000).default(''),
  sticker: z.string().regex(/^\d+$/).optional(),
  replyTo: z.string().optional(),
  attachments: files,
});
export type WriteMessage = z.input<typeof WriteMessage>;

/** `id` is a post's, a comment's or a message's. */
export const Edit = z.object({ id: z.string(), message: z.string().min(1).max(60_000) });
export const Remove = z.object({ id: z.string() });
export const Hide = z.object({ id: z.string(), hidden: z.boolean().default(true) });
export const React = z.object({ as, id: z.string(), type: Reaction.optional() });

/** Something in a conversation that is no message. */
export const InConversation = z.object({ person: z.string(), page: z.string() });
export const Postback = InConversation.extend({
  title: z.string().default('Get started'),
  payload: z.string().default('GET_STARTED'),
});
export const Referral = InConversation.extend({ ref: z.string().default('from-a-link') });
export const HandOver = InConversation.extend({
  standby: z.boolean(),
  otherApp: z.string().default('263902037430900'),
});

/** A person mentions the page somewhere that it does not own. */
export const Mention = z.object({ person: z.string(), page: z.string(), message });

export const SavePerson = Person.partial().required({ id: true });

/** What happens to the tokens that came from one person. */
export const TokenChange = z.object({
  person: z.string(),
  kind: z.enum(['remove-app', 'new-password', 'sign-out', 'checkpoint', 'checkpoint-passed', 'expire']),
});

export const PermissionChange = z.object({ person: z.string(), permission: z.string(), granted: z.boolean() });
export const RoleChange = z.object({ person: z.string(), page: z.string(), tasks: z.array(Task) });

export const AppChange = z
  .object({
    mode: z.enum(['live', 'development']),
    requireProof: z.boolean(),
    humanAgent: z.boolean(),
    redirectUris: z.array(z.url()),
  })
  .partial();

/** What a developer writes into the app's dashboard: where events go. */
export const Dashboard = z.object({
  object: z.enum(['page', 'permissions']).default('page'),
  callbackUrl: z.url(),
  verifyToken: z.string().min(1),
  /** All of them when absent. */
  fields: z.array(z.string()).optional(),
});

export const SendPayload = z.object({
  payload: z.looseObject({ object: z.string() }),
  signing: z.enum(['right', 'wrong', 'none', 'sha1-only']).default('right'),
});

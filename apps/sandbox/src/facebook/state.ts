import { z } from 'zod';

/** Who wrote something: a person, or the page itself. */
export const Author = z.object({ kind: z.enum(['person', 'page']), id: z.string() });
export type Author = z.infer<typeof Author>;

export const Person = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/, 'Use small letters, digits and dashes.'),
  name: z.string().trim().min(1).max(200),
  locale: z.string().default('en_US'),
  about: z.string().default(''),
  /** People with a role on the app; in development mode nobody else is seen. */
  appRole: z.boolean().default(false),
  /** Their account is gone: what they wrote stays, without `from`. */
  gone: z.boolean().default(false),
  /** They do not take messages from businesses: sending gives 551/1545041. */
  unavailable: z.boolean().default(false),
  /** A checkpoint stands in the way of their session: 190/459. */
  checkpoint: z.boolean().default(false),
});
export type Person = z.infer<typeof Person>;

export const Task = z.enum(['ADVERTISE', 'ANALYZE', 'CREATE_CONTENT', 'MESSAGING', 'MODERATE', 'MANAGE']);
export type Task = z.infer<typeof Task>;

export const Page = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  category: z.string(),
  about: z.string(),
  roles: z.array(z.object({ person: z.string(), tasks: z.array(Task) })),
  /** What the app wants to hear of this page; absent while the app is not installed on it. */
  subscribedFields: z.array(z.string()).optional(),
});
export type Page = z.infer<typeof Page>;

export const Subscription = z.object({
  object: z.enum(['page', 'permissions']),
  callbackUrl: z.string(),
  verifyToken: z.string(),
  fields: z.array(z.string()),
  active: z.boolean(),
});
export type Subscription = z.infer<typeof Subscription>;

export const App = z.object({
  id: z.string(),
  secret: z.string(),
  name: z.string(),
  mode: z.enum(['live', 'development']),
  /** Every call with a user's or a page's token must carry appsecret_proof. */
  requireProof: z.boolean(),
  /** The HUMAN_AGENT tag needs this feature. */
  humanAgent: z.boolean(),
  /** Exact redirect URIs. Addresses of this machine are always allowed, as they are in development. */
  redirectUris: z.array(z.string()),
  subscriptions: z.array(Subscription),
});
export type App = z.infer<typeof App>;

/** What a person let the app do, and on which pages. */
export const Grant = z.object({
  person: z.string(),
  granted: z.array(z.string()),
  declined: z.array(z.string()),
  pages: z.array(z.string()),
});
export type Grant = z.infer<typeof Grant>;

export const Token = z.object({
  token: z.string(),
  kind: z.enum(['user', 'page']),
  person: z.string(),
  page: z.string().optional(),
  longLived: z.boolean(),
  /** Epoch milliseconds; `expiresAt` 0 is never. */
  issuedAt: z.number(),
  expiresAt: z.number(),
  /** Made invalid by the service: 190 with this subcode. */
  killed: z.number().optional(),
});
export type Token = z.infer<typeof Token>;

export const LoginCode = z.object({
  code: z.string(),
  person: z.string(),
  redirectUri: z.string(),
  issuedAt: z.number(),
  used: z.boolean(),
});

export const Reaction = z.enum(['like', 'love', 'care', 'haha', 'wow', 'sad', 'angry']);
export type Reaction = z.infer<typeof Reaction>;

const Reacted = z.array(z.object({ author: Author, type: z.string(), at: z.number() }));

export const Post = z.object({
  id: z.string(),
  page: z.string(),
  author: Author,
  message: z.string(),
  media: z.array(z.string()),
  link: z.string().optional(),
  createdAt: z.number(),
  updatedAt: z.number(),
  hidden: z.boolean(),
  deleted: z.boolean(),
  reactions: Reacted,
  /** Mid of the private reply it got; there is only ever one. */
  privateReply: z.string().optional(),
});
export type Post = z.infer<typeof Post>;

export const Comment = Post.omit({ link: true, updatedAt: true }).extend({
  post: z.string(),
  /** The comment it answers; absent at the top level. There is no third level. */
  parent: z.string().optional(),
});
export type Comment = z.infer<typeof Comment>;

export const Message = z.object({
  id: z.string(),
  conversation: z.string(),
  author: Author,
  text: z.string(),
  media: z.array(z.string()),
  stickerId: z.string().optional(),
  replyTo: z.string().optional(),
  /** The app that sent it for the page. */
  appId: z.string().optional(),
  metadata: z.string().optional(),
  tag: z.string().optional(),
  createdAt: z.number(),
  edits: z.number(),
  deleted: z.boolean(),
  reactions: Reacted,
});
export type Message = z.infer<typeof Message>;

export const Conversation = z.object({
  id: z.string(),
  page: z.string(),
  person: z.string(),
  updatedAt: z.number(),
  /** When the person last wrote; opens the 24-hour window. 0: never. */
  personWroteAt: z.number(),
  /** Another app owns the thread: ours hears it in standby and may not send. */
  standby: z.boolean(),
  unread: z.number(),
});
export type Conversation = z.infer<typeof Conversation>;

export const Medium = z.object({
  id: z.string(),
  type: z.enum(['image', 'video', 'audio', 'file', 'sticker']),
  contentType: z.string(),
  fileName: z.string(),
  size: z.number(),
  /** Uploaded by a page for later use; only that page may name it. */
  page: z.string().optional(),
});
export type Medium = z.infer<typeof Medium>;

/** By id, and nothing else: no id finds what every object inherits. */
const byId = <Schema extends z.ZodType>(schema: Schema) =>
  z.record(z.string(), schema).transform((items) => {
    const own: Record<string, z.output<Schema>> = Object.create(null);
    return Object.assign(own, items);
  });

export const FacebookState = z.object({
  counter: z.number(),
  app: App,
  people: byId(Person),
  pages: byId(Page),
  grants: byId(Grant),
  codes: byId(LoginCode),
  tokens: byId(Token),
  posts: byId(Post),
  comments: byId(Comment),
  conversations: byId(Conversation),
  messages: byId(Message),
  media: byId(Medium),
});
/** The whole of Facebook, as far as this machine is concerned; times are epoch milliseconds. */
export type FacebookState = z.infer<typeof FacebookState>;

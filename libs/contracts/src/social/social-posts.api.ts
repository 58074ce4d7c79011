import { z } from 'zod';
import { FeedMessage } from '../cases/feed.ts';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { route } from '../route.ts';
import { Network, SocialAccountState } from './social-account.ts';
import { PostKind, ThreadPost } from './social-post.ts';

/** One kind of file that goes with a text on a network; files of two kinds never go together. */
export const PostFiles = z.object({
  types: z.array(z.string()),
  /** Bytes. */
  size: z.number().int(),
  /** With one text. */
  most: z.number().int(),
});
export type PostFiles = z.infer<typeof PostFiles>;

/** One way to answer a case on its network, and what holds there. */
export const ReplyWay = z.object({
  audience: z.enum(['public', 'private']),
  /** What it becomes there. */
  kind: PostKind,
  /** The message that it answers; null: it begins something. */
  answers: Id.nullable(),
  /** Whom it speaks to; `handle` without the @. */
  to: z.object({ name: z.string(), handle: z.string() }),
  /** How long one text may be. */
  limit: z.number().int(),
  /** `x`: as X counts (@bureau/domain/x-text); `characters`: every character is one. */
  counting: z.enum(['x', 'characters']),
  /** Null: whatever it is, each file a message of its own. */
  files: z.array(PostFiles).nullable(),
  /** Facebook's time for private answers. */
  window: z
    .object({
      /** Afterwards nothing can be sent any more. */
      endsAt: Timestamp,
      /** Only people may still answer, no machine: sent under the tag HUMAN_AGENT. */
      forPeopleOnly: z.boolean(),
    })
    .nullable(),
  /** The code of the error that it would be refused with at the moment; null: it can be sent. */
  refusal: z.string().nullable(),
});
export type ReplyWay = z.infer<typeof ReplyWay>;

/** An account that may answer. */
export const ReplyAccount = z.object({
  id: Id,
  handle: z.string(),
  name: z.string(),
  state: SocialAccountState,
});
export type ReplyAccount = z.infer<typeof ReplyAccount>;

export const ReplyWays = z.object({
  /** Null: the case came from no network, and is answered by mail. */
  network: Network.nullable(),
  /** The one that answers unless another is chosen; null: there is none. */
  accountId: Id.nullable(),
  accounts: z.array(ReplyAccount),
  /** As the customer wrote last comes first. */
  ways: z.array(ReplyWay),
});
export type ReplyWays = z.infer<typeof ReplyWays>;

const postParams = z.object({ messageId: IdParam });

/** Whether it is to be so from now on; said again, it changes nothing. */
const Switch = z.object({ on: z.boolean() });

export const socialPostsApi = {
  ways: route('GET', '/cases/:caseId/reply-ways', {
    summary: 'Read how a case can be answered on its network: from which accounts, how long, until when.',
    allow: 'cases:reply',
    params: z.object({ caseId: IdParam }),
    query: z.object({ accountId: IdParam.optional(), answers: IdParam.optional() }),
    response: ReplyWays,
  }),
  like: route('POST', '/messages/:messageId/like', {
    summary: 'Like a post in the name of its account, or no longer.',
    allow: 'cases:reply',
    params: postParams,
    body: Switch,
    response: FeedMessage,
  }),
  repost: route('POST', '/messages/:messageId/repost', {
    summary: 'Repost a post on X in the name of its account, or no longer.',
    allow: 'cases:reply',
    params: postParams,
    body: Switch,
    response: FeedMessage,
  }),
  follow: route('POST', '/messages/:messageId/follow', {
    summary: 'Follow who wrote a post on X, or no longer.',
    allow: 'cases:reply',
    params: postParams,
    body: Switch,
    response: FeedMessage,
  }),
  hide: route('POST', '/messages/:messageId/hide-post', {
    summary: 'Hide an answer or comment from others on its network, or show it again.',
    allow: 'cases:reply',
    params: postParams,
    body: Switch,
    response: FeedMessage,
  }),
  remove: route('POST', '/messages/:messageId/remove-post', {
    summary: 'Take down what the company itself posted; the message stays in the case, marked.',
    allow: 'cases:reply',
    params: postParams,
    response: FeedMessage,
  }),
  thread: route('GET', '/cases/:caseId/thread', {
    summary: 'Read what stands around the posts of a case on its network, in the order of time; the latest 200.',
    allow: 'cases:view',
    params: z.object({ caseId: IdParam }),
    response: z.object({ items: z.array(ThreadPost) }),
  }),
  avatar: route('GET', '/posts/:postId/avatar', {
    summary: 'Read the picture of who wrote a post.',
    allow: 'cases:view',
    params: z.object({ postId: IdParam }),
    bytes: 'response',
  }),
};

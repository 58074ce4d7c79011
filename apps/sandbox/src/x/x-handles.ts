import type { Deliveries, MannerInput } from '../service/deliveries.ts';
import type { Service } from '../service/service.ts';
import { clickThrough } from './browse.ts';
import type { DirectMessage, Post, XUser } from './model.ts';
import { UserAction, type Done, type UserActionInput } from './user-action.ts';
import {
  actOrSay,
  changeLimit,
  changeTokens,
  type LimitChange,
  type TokenChange,
  type XControlled,
} from './x-control.ts';

export type XHandles = ReturnType<typeof xHandles>;

type Given = XControlled & { service: Service; deliveries: Deliveries; reset: () => void };

/** What a test may do with X without HTTP: the same as the control plane, typed. */
export function xHandles(given: Given) {
  const { world, service, deliveries, stream, webhooks } = given;
  const user = (username: string): XUser => {
    const found = world.userNamed(username);
    if (!found) throw new Error(`There is no @${username} on the X of the sandbox.`);
    return found;
  };

  return {
    ...service.handles(),
    /** Keys of the app that is registered there. */
    app: world.app,
    user,
    /** Somebody does something in the apps of X. */
    act: (action: UserActionInput): Done => actOrSay(world, UserAction.parse(action)),
    /** Posts as everybody sees them, newest first; of one user when named. */
    posts: (username?: string): Post[] =>
      world.livePosts().filter((post) => username === undefined || post.authorId === user(username).id),
    /** Any edition, also when it was deleted. */
    post: (id: string): Post | undefined => world.posts.get(id),
    /** Direct messages between two, oldest first. */
    messages: (one: string, other: string): DirectMessage[] => {
      const ids = [user(one).id, user(other).id];
      return world.messages.where(({ senderId, recipientId }) => ids.includes(senderId) && ids.includes(recipientId));
    },
    /** All direct messages, oldest first. */
    everyMessage: (): DirectMessage[] => world.messages.all(),
    likes: (username: string, postId: string): boolean => world.related('like', user(username).id, postId),
    follows: (username: string, other: string): boolean => world.related('follow', user(username).id, user(other).id),
    /** Requests made although X had said that none was left. */
    violations: () => world.limits.violations(),
    limit: (change: LimitChange): void => changeLimit(given, change),
    token: (change: TokenChange): void => changeTokens(world, change),
    plan: world.plan,
    /** Walks through an authorize page as a browser would; resolves with the address X sends the browser back to. */
    authorize: (authorizeUrl: string, { as, answer = 'allow' }: { as: string; answer?: 'allow' | 'deny' }) =>
      clickThrough(service.url, { authorizeUrl, userId: user(as).id, answer }),
    /** OAuth 1.0a tokens of an account, as if it had let the app in before. */
    userTokens: (username: string) => {
      const { id, secret } = world.access.userTokenFor(user(username).id);
      return { accessToken: id, accessSecret: secret };
    },
    /** OAuth 2.0 tokens of an account, as if it had let the app in just now. */
    grant: (username: string, scopes: string[]) => world.access.newGrant(user(username).id, scopes),
    webhooks: () => world.webhooks.all(),
    subscriptions: () => world.subscriptions.all(),
    /** Challenges every webhook now. */
    checkWebhooks: () => Promise.all(world.webhooks.all().map((one) => webhooks.check(one))),
    deliveries: () => deliveries.list(),
    deliver: (manner: MannerInput): void => deliveries.setManner(manner),
    repeatDelivery: (sequence: number): boolean => deliveries.repeat(sequence),
    /** Resolves when no event is on its way to a webhook. */
    idle: (): Promise<void> => deliveries.idle(),
    streaming: (): boolean => stream.connected,
    disconnectStream: (how: 'said' | 'silent' = 'said'): void => stream.disconnect(how),
    async reset(): Promise<void> {
      await service.heal();
      deliveries.clear();
      given.reset();
    },
  };
}

import type { z } from 'zod';
import type { ServiceClock } from '../service/clock.ts';
import { Collection } from '../service/collection.ts';
import type { Service } from '../service/service.ts';
import type { Snowflakes } from '../service/snowflakes.ts';
import { defaultPlan, type Plan, type XApp } from './app.ts';
import { XAccess, type UserToken } from './auth/access.ts';
import { MediaFiles } from './media-files.ts';
import { DirectMessage, Media, Post, Relation, StreamRule, Subscription, Webhook, XUser } from './model.ts';
import { RateLimits } from './rate-limits.ts';
import type { XEvent } from './x-event.ts';

type Given = {
  service: Service;
  app: XApp;
  users: XUser[];
  /** Who has let the app in before the first day. */
  access?: UserToken[];
  tell: (words: string) => void;
};

/** X as it was left in the folder of its service, or as it begins. */
export class XWorld {
  readonly app: XApp;
  readonly plan: Plan = { ...defaultPlan };
  readonly clock: ServiceClock;
  readonly ids: Snowflakes;
  readonly limits: RateLimits;
  /** Tells the page what happened, in one sentence. */
  readonly tell: (words: string) => void;
  readonly users: Collection<XUser>;
  readonly posts: Collection<Post>;
  readonly messages: Collection<DirectMessage>;
  readonly media: Collection<Media>;
  readonly relations: Collection<Relation>;
  readonly webhooks: Collection<Webhook>;
  readonly subscriptions: Collection<Subscription>;
  readonly rules: Collection<StreamRule>;
  readonly access: XAccess;
  readonly files: MediaFiles;
  readonly #service: Service;
  readonly #beginning: XUser[];
  readonly #letIn: UserToken[];
  readonly #listeners = new Set<(event: XEvent) => void>();

  constructor({ service, app, users, access = [], tell }: Given) {
    const { dataDir, ids, clock } = service;
    const keep = <Item extends { id: string }>(name: string, schema: z.ZodType<Item>) =>
      new Collection({ dataDir, name, schema });
    this.#service = service;
    this.#beginning = users;
    this.#letIn = access;
    this.app = app;
    this.tell = tell;
    this.clock = clock;
    this.ids = ids;
    this.limits = new RateLimits(clock);
    this.users = keep('users', XUser);
    this.posts = keep('posts', Post);
    this.messages = keep('messages', DirectMessage);
    this.media = keep('media', Media);
    this.relations = keep('relations', Relation);
    this.webhooks = keep('webhooks', Webhook);
    this.subscriptions = keep('subscriptions', Subscription);
    this.rules = keep('stream-rules', StreamRule);
    this.access = new XAccess({ dataDir, ids, clock });
    this.files = new MediaFiles(dataDir);
    this.#begin();
  }

  /** Where this X and the pictures on it are fetched. */
  get url(): string {
    return this.#service.url;
  }

  /** Tells streams and webhooks. */
  happened(event: XEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }

  whenHappened(listener: (event: XEvent) => void): void {
    this.#listeners.add(listener);
  }

  userNamed(username: string): XUser | undefined {
    const wanted = username.replace(/^@/, '').toLowerCase();
    return this.users.find((one) => one.username.toLowerCase() === wanted);
  }

  /** Posts that can be seen, each in its last edition only, newest first: ids grow, so the order of coming is the order of ids. */
  livePosts(): Post[] {
    return this.posts.where((post) => post.deletedAt === null && post.history.at(-1) === post.id).reverse();
  }

  /** A post that can be seen, in any edition. */
  post(id: string): Post | undefined {
    const post = this.posts.get(id);
    return post?.deletedAt === null ? post : undefined;
  }

  related(kind: Relation['kind'], userId: string, targetId: string): boolean {
    return this.relations.has(relationId(kind, userId, targetId));
  }

  /** Makes or ends a relation. */
  relate(relation: Omit<Relation, 'id'>, holds: boolean): void {
    const id = relationId(relation.kind, relation.userId, relation.targetId);
    if (holds) this.relations.put({ id, ...relation });
    else this.relations.remove(id);
  }

  /** Forgets everything but the people that X began with. */
  reset(): void {
    const { posts, messages, media, relations, webhooks, subscriptions, rules } = this;
    for (const all of [this.users, posts, messages, media, relations, webhooks, subscriptions, rules]) all.clear();
    this.access.clear();
    this.files.clear();
    this.limits.clear();
    Object.assign(this.plan, defaultPlan);
    this.#begin();
  }

  #begin(): void {
    if (this.users.all().length === 0) for (const one of this.#letIn) this.access.userTokens.put(one);
    for (const user of this.#beginning) if (!this.users.has(user.id)) this.users.put(user);
    for (const { id } of [...this.posts.all(), ...this.messages.all(), ...this.media.all()]) this.ids.goOnAfter(id);
  }
}

function relationId(kind: Relation['kind'], userId: string, targetId: string): string {
  return `${kind} ${userId} ${targetId}`;
}

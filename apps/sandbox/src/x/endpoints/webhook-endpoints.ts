import { z } from 'zod';
import type { Endpoint } from '../../service/endpoint.ts';
import type { Asking, XRequest } from '../ask.ts';
import { ActivityType, type Subscription, type Webhook } from '../model.ts';
import { clientForbidden, invalidRequest, notFoundPath } from '../problems.ts';
import type { Webhooks } from '../webhooks.ts';
import type { XWorld } from '../x-world.ts';

const MOST_SUBSCRIPTIONS = 1500;
const PRIVATE: ReadonlySet<ActivityType> = new Set(['dm.received', 'dm.sent', 'oauth.revoke']);
const NewSubscription = z.object({
  event_type: ActivityType,
  filter: z.object({ user_id: z.string() }),
  webhook_id: z.string(),
  tag: z.string().max(200).optional(),
});
const Changed = z.object({ webhook_id: z.string().optional(), tag: z.string().max(200).optional() });

/** Webhooks, and which of whose events go to them. */
export function webhookEndpoints(given: { world: XWorld; ask: Asking; webhooks: Webhooks }): Endpoint[] {
  const { world, ask, webhooks } = given;
  const terms = { limit: { app: 450 } };
  return [
    ask.app('GET', '/2/webhooks', terms, () => {
      const all = world.webhooks.all();
      return { json: { data: all.map(webhookView), meta: { result_count: all.length } } };
    }),
    ask.app('POST', '/2/webhooks', terms, async ({ json }) => {
      const { url } = json();
      if (typeof url !== 'string') throw invalidRequest('$.url: is missing but it is required');
      return { json: { data: webhookView(await webhooks.register(url)) } };
    }),
    ask.app('PUT', '/2/webhooks/:id', terms, async (request) => {
      const { valid } = await webhooks.check(known(world, request));
      return { json: { data: { valid } } };
    }),
    ask.app('DELETE', '/2/webhooks/:id', terms, (request) => {
      const { id } = known(world, request);
      world.webhooks.remove(id);
      for (const one of world.subscriptions.where((kept) => kept.webhookId === id)) world.subscriptions.remove(one.id);
      return { json: { data: { deleted: true } } };
    }),
    ...subscriptionEndpoints(world, ask),
  ];
}

/** The app itself may subscribe to what is public; for what is private the user must have let it in. */
function subscriptionEndpoints(world: XWorld, ask: Asking): Endpoint[] {
  const terms = { limit: { user: 500, app: 500 } };
  const path = '/2/activity/subscriptions';
  return [
    ask.anyone('GET', path, terms, () => {
      const data = world.subscriptions.all().map(subscriptionView);
      return { json: { ...(data.length > 0 && { data }), meta: { result_count: data.length } } };
    }),
    ask.anyone('POST', path, terms, (request) => subscribe(world, request)),
    ask.anyone('PUT', `${path}/:id`, terms, ({ param, json }) => {
      const kept = subscription(world, param('id'));
      const given = Changed.safeParse(json());
      if (!given.success) throw invalidRequest('webhook_id or tag is not valid');
      const { tag = kept.tag, webhook_id: webhookId = kept.webhookId } = given.data;
      if (!world.webhooks.has(webhookId)) throw invalidRequest('No such webhook', { webhook_id: [webhookId] });
      const changed = world.subscriptions.put({ ...kept, tag, webhookId });
      return { json: { data: subscriptionView(changed), meta: total(world) } };
    }),
    ask.anyone('DELETE', `${path}/:id`, terms, ({ param }) => {
      world.subscriptions.remove(subscription(world, param('id')).id);
      return { json: { data: { deleted: true }, meta: total(world) } };
    }),
  ];
}

function subscribe(world: XWorld, { json }: XRequest) {
  const given = NewSubscription.safeParse(json());
  if (!given.success) {
    const [issue] = given.error.issues;
    throw invalidRequest(`$.${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not valid'}`);
  }
  const { event_type: eventType, filter, webhook_id: webhookId, tag = null } = given.data;
  const { user_id: userId } = filter;
  if (!world.users.has(userId)) throw invalidRequest('No such user', { 'filter.user_id': [userId] });
  if (!world.webhooks.has(webhookId)) throw invalidRequest('No such webhook', { webhook_id: [webhookId] });
  if (PRIVATE.has(eventType) && !world.access.authorizedBy(userId)) {
    throw clientForbidden(`${eventType} is private: the user has to authorize this app first.`);
  }
  const same = (one: Subscription) =>
    one.eventType === eventType && one.userId === userId && one.webhookId === webhookId;
  if (world.subscriptions.find(same)) throw invalidRequest('DuplicateSubscriptionFailed: subscription already exists');
  if (world.subscriptions.all().length >= MOST_SUBSCRIPTIONS) throw invalidRequest('SubscriptionLimitExceeded');
  const createdAt = world.clock.now().toISOString();
  const made = world.subscriptions.put({ id: world.ids.next(), eventType, userId, webhookId, tag, createdAt });
  return { json: { data: [subscriptionView(made)], meta: total(world) } };
}

function known(world: XWorld, { param }: XRequest): Webhook {
  const webhook = world.webhooks.get(param('id'));
  if (!webhook) throw notFoundPath();
  return webhook;
}

function subscription(world: XWorld, id: string): Subscription {
  const found = world.subscriptions.get(id);
  if (!found) throw notFoundPath();
  return found;
}

function total(world: XWorld) {
  return { total_subscriptions: world.subscriptions.all().length };
}

function webhookView({ id, url, createdAt, valid }: Webhook) {
  return { id, url, created_at: createdAt, valid };
}

function subscriptionView({ id, eventType, userId, webhookId, tag, createdAt }: Subscription) {
  return {
    subscription_id: id,
    event_type: eventType,
    filter: { user_id: userId },
    webhook_id: webhookId,
    ...(tag !== null && { tag }),
    created_at: createdAt,
    updated_at: createdAt,
  };
}

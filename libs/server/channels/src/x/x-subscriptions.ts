import { Injectable } from '@nestjs/common';
import { HeldLocks } from '@bureau/platform';
import type { TwitterApi } from 'twitter-api-v2';
import { z } from 'zod';
import { ConnectionPaths } from '../social/connection/connection-paths.ts';
import { XApp } from './x-app.ts';
import { xFailureOf } from './x-failure.ts';

/** What X tells of an account (external-apis §1.6, X Activity API). */
const EVENTS = [
  'post.mention.create',
  'post.reply.create',
  'post.quote.create',
  'dm.received',
  'dm.sent',
  'oauth.revoke',
] as const;

const Webhook = z.object({ id: z.string(), url: z.string(), valid: z.boolean() });
const Webhooks = z.object({ data: z.array(Webhook).default([]) });
const Registered = z.object({ data: Webhook });
const Checked = z.object({ data: z.object({ valid: z.boolean() }) });

const Subscriptions = z.object({
  data: z
    .array(
      z.object({
        subscription_id: z.string(),
        event_type: z.string(),
        filter: z.object({ user_id: z.string().optional() }),
        webhook_id: z.string().optional(),
      }),
    )
    .default([]),
});

/** Lets X tell this desk what happens to its accounts: one webhook of the app, and subscriptions of each account. */
@Injectable()
export class XSubscriptions {
  constructor(
    private readonly app: XApp,
    private readonly paths: ConnectionPaths,
    private readonly locks: HeldLocks,
  ) {}

  /**
   * The webhook's id, once X tells it everything about an account; as often as one likes. Null: the app has no token of its
   * own or no consumer secret. Throws NetworkFailure, e.g. when X does not reach this desk.
   */
  async subscribe(externalId: string): Promise<string | null> {
    const client = this.app.webhookSecret === null ? null : await this.client();
    if (!client) return null;
    return this.locks.holding('webhook of X', () =>
      asking(async () => {
        const webhookId = await this.webhook(client);
        const there = (await subscriptionsOf(client, externalId)).filter((one) => one.webhook_id === webhookId);
        for (const event_type of EVENTS) {
          if (there.some((one) => one.event_type === event_type)) continue;
          const wanted = { event_type, filter: { user_id: externalId }, webhook_id: webhookId, tag: externalId };
          await client.v2.post('activity/subscriptions', wanted);
        }
        return webhookId;
      }),
    );
  }

  /** X tells nothing more about an account. Throws NetworkFailure. */
  async unsubscribe(externalId: string): Promise<void> {
    const client = await this.client();
    if (!client) return;
    await asking(async () => {
      for (const { subscription_id: id } of await subscriptionsOf(client, externalId))
        await client.v2.delete(`activity/subscriptions/${id}`);
    });
  }

  private async client(): Promise<TwitterApi | null> {
    return asking(() => this.app.client());
  }

  /** X switches a webhook off that answered a challenge wrong; asking for another one switches it on. */
  private async webhook(client: TwitterApi): Promise<string> {
    const url = this.paths.webhook('x');
    const { data } = Webhooks.parse(await client.v2.get('webhooks'));
    const known = data.find((one) => one.url === url);
    if (!known) return Registered.parse(await client.v2.post('webhooks', { url })).data.id;
    if (!known.valid) Checked.parse(await client.v2.put(`webhooks/${known.id}`));
    return known.id;
  }
}

async function subscriptionsOf(client: TwitterApi, userId: string) {
  const { data } = Subscriptions.parse(await client.v2.get('activity/subscriptions'));
  return data.filter(({ filter }) => filter.user_id === userId);
}

async function asking<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw xFailureOf(error);
  }
}

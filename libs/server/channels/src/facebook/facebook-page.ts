import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@bureau/platform';
import { z } from 'zod';
import type { AccountAtNetwork, AccountFacts, AccountToLeave } from '../social/account/account-at-network.ts';
import { ConnectionPaths } from '../social/connection/connection-paths.ts';
import { GraphError } from './graph-error.ts';
import { GraphClients } from './graph-clients.ts';

/** What a page tells us of by itself (external-apis §2.2). */
const FIELDS =
  'feed,messages,message_echoes,message_edits,message_reactions,message_reads,messaging_handovers,messaging_postbacks,standby';

const Page = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string().optional(),
  picture: z
    .object({ data: z.object({ url: z.string().optional(), is_silhouette: z.boolean().optional() }) })
    .optional(),
});
const Done = z.object({ success: z.boolean() });
const Debugged = z.object({
  data: z.object({
    is_valid: z.boolean(),
    scopes: z.array(z.string()).optional(),
    error: z.object({ message: z.string().default('') }).optional(),
  }),
});

/** What Facebook can be asked about a page of ours. */
@Injectable()
export class FacebookPage implements AccountAtNetwork {
  readonly network = 'facebook';

  constructor(
    private readonly graphs: GraphClients,
    private readonly paths: ConnectionPaths,
    @Inject(CONFIG) private readonly config: Pick<Config, 'facebook'>,
  ) {}

  async look(accountId: number): Promise<AccountFacts> {
    const scopes = await this.graphs.ask(accountId, () => this.debug(accountId));
    const fields = 'id,name,username,picture{url,is_silhouette}';
    const page = await this.graphs.ask(accountId, (graph) => graph.get('me', Page, { fields }));
    const picture = page.picture?.data;
    const pictureUrl = picture && !picture.is_silhouette ? (picture.url ?? null) : null;
    return { handle: page.username ?? '', name: page.name, pictureUrl, scopes };
  }

  /** The app once, the page by itself: either may have been undone in the settings of Facebook. */
  async subscribe({ id, externalId }: { id: number; externalId: string }): Promise<string | null> {
    const isTold = await this.subscribeApp();
    const wanted = { subscribed_fields: FIELDS };
    await this.graphs.ask(id, (graph) => graph.post(`${externalId}/subscribed_apps`, Done, wanted));
    return isTold ? FIELDS : null;
  }

  async unsubscribe({ externalId, keys }: AccountToLeave): Promise<void> {
    if (keys.kind !== 'page') return;
    try {
      await this.graphs.with(keys.accessToken).delete(`${externalId}/subscribed_apps`, Done);
    } catch (error) {
      // Without access it tells us nothing anyway.
      if (!(error instanceof GraphError) || !['auth', 'gone', 'permission'].includes(error.kind)) throw error;
    }
  }

  /** A page's token cannot be given back by itself; it is forgotten here. */
  giveBack(): Promise<void> {
    return Promise.resolve();
  }

  private async subscribeApp(): Promise<boolean> {
    const { app, verifyToken } = this.config.facebook;
    const graph = this.graphs.app();
    if (!app || !graph || verifyToken === null) return false;
    await graph.post(`${app.id}/subscriptions`, Done, {
      ...{ object: 'page', callback_url: this.paths.webhook('facebook') },
      ...{ fields: FIELDS, verify_token: verifyToken },
    });
    return true;
  }

  /** What the page's token is good for; null: there is no app to ask with. Throws GraphError of kind `auth`. */
  private async debug(accountId: number): Promise<string[] | null> {
    const app = this.graphs.app();
    if (!app) return null;
    const { data } = await app.get('debug_token', Debugged, { input_token: await this.graphs.tokenOf(accountId) });
    if (data.is_valid) return data.scopes ?? null;
    const words = data.error?.message ?? 'Facebook does not accept the token of this page any more.';
    throw new GraphError({ kind: 'auth', words, status: null, code: '190', retryAt: null });
  }
}

import { Injectable } from '@nestjs/common';
import type { AccountAtNetwork, AccountFacts, AccountToLeave } from '../social/account/account-at-network.ts';
import type { AccountKeys } from '../social/account/account-keys.ts';
import { XApp } from './x-app.ts';
import { XClients } from './x-client.ts';
import { xFailureOf } from './x-failure.ts';
import { XSubscriptions } from './x-subscriptions.ts';

/** What X can be asked about an account of ours. */
@Injectable()
export class XAccount implements AccountAtNetwork {
  readonly network = 'x';

  constructor(
    private readonly clients: XClients,
    private readonly app: XApp,
    private readonly subscriptions: XSubscriptions,
  ) {}

  async look(accountId: number): Promise<AccountFacts> {
    const { data } = await this.clients.ask(accountId, (client) =>
      client.v2.me({ 'user.fields': 'name,username,profile_image_url,subscription_type' }),
    );
    // X names a picture of 48 pixels; there is one of 400 beside it.
    const pictureUrl = data.profile_image_url?.replace(/_normal(\.\w+)$/, '_400x400$1') ?? null;
    // Whoever pays X may write posts of 25,000 signs.
    const longPosts = (data.subscription_type ?? 'None') !== 'None';
    return { handle: data.username, name: data.name, pictureUrl, scopes: null, longPosts };
  }

  subscribe({ externalId }: { externalId: string }): Promise<string | null> {
    return this.subscriptions.subscribe(externalId);
  }

  unsubscribe({ externalId }: AccountToLeave): Promise<void> {
    return this.subscriptions.unsubscribe(externalId);
  }

  async giveBack({ keys }: AccountToLeave): Promise<void> {
    if (keys.kind === 'oauth1')
      await unlessForgotten(this.app.signedClient(keys).v1.post('oauth/invalidate_token.json'));
    if (keys.kind === 'oauth2') await this.revoke(keys);
  }

  /** The refresh token first: what is left of the access token lasts two hours at most. */
  private async revoke({ refreshToken, accessToken }: Extract<AccountKeys, { kind: 'oauth2' }>): Promise<void> {
    const client = this.app.signInClient();
    if (refreshToken !== null) await unlessForgotten(client.revokeOAuth2Token(refreshToken, 'refresh_token'));
    await unlessForgotten(client.revokeOAuth2Token(accessToken, 'access_token'));
  }
}

/** Keys that X does not know any more are given back already. Throws NetworkFailure. */
async function unlessForgotten(giving: Promise<unknown>): Promise<void> {
  try {
    await giving;
  } catch (error) {
    const failure = xFailureOf(error);
    if (failure.status !== 400 && failure.status !== 401 && failure.status !== 404) throw failure;
  }
}

import { Injectable } from '@nestjs/common';
import { Clock } from '@bureau/platform';
import type { TwitterApi } from 'twitter-api-v2';
import { z } from 'zod';
import {
  SignInRefused,
  type BroughtAccount,
  type Departure,
  type ReturnQuery,
  type SignIn,
} from '../social/connection/sign-in.ts';
import { XApp } from './x-app.ts';
import { xFailureOf } from './x-failure.ts';
import { X_EXTRA_SCOPES, X_SCOPES } from './x-scopes.ts';

/** What is kept while somebody signs in. */
const Secret = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('oauth2'), codeVerifier: z.string() }),
  z.object({ kind: z.literal('oauth1'), tokenSecret: z.string() }),
]);

/** Without these there is nothing to read, and nobody to be. */
const NEEDED = ['tweet.read', 'users.read'];

/** Signing in at X: OAuth 2 with PKCE, or OAuth 1.0a where only an app key is configured. It brings one account. */
@Injectable()
export class XSignIn implements SignIn {
  readonly network = 'x';

  constructor(
    private readonly app: XApp,
    private readonly clock: Clock,
  ) {}

  get configured(): boolean {
    return this.app.signIn !== null;
  }

  async depart(to: { callbackUrl: string; switchAccount: boolean }): Promise<Departure> {
    return this.app.signIn === 'oauth1' ? this.departSigned(to) : this.departWithCode(to);
  }

  stateOf({ state, oauth_token, denied }: ReturnQuery): string | null {
    return (this.app.signIn === 'oauth1' ? (oauth_token ?? denied) : state) ?? null;
  }

  async arrive(query: ReturnQuery, { callbackUrl, secret }: { callbackUrl: string; secret: string }) {
    const kept = Secret.parse(JSON.parse(secret));
    if (query['denied'] !== undefined || query['error'] === 'access_denied') throw new SignInRefused('denied');
    if (query['error'] !== undefined) throw new SignInRefused('failed', query['error_description'] ?? query['error']);
    try {
      const account = kept.kind === 'oauth2' ? this.byCode(query, kept, callbackUrl) : this.bySignature(query, kept);
      return [await account];
    } catch (error) {
      if (error instanceof SignInRefused) throw error;
      throw xFailureOf(error);
    }
  }

  private departWithCode({ callbackUrl, switchAccount }: { callbackUrl: string; switchAccount: boolean }): Departure {
    const scope = [...X_SCOPES, ...X_EXTRA_SCOPES];
    const link = this.app.signInClient().generateOAuth2AuthLink(callbackUrl, { scope });
    const url = new URL(this.app.forBrowser(link.url));
    if (switchAccount) url.searchParams.set('force_login', 'true');
    const secret = JSON.stringify({ kind: 'oauth2', codeVerifier: link.codeVerifier });
    return { url: url.href, state: link.state, secret };
  }

  private async departSigned(to: { callbackUrl: string; switchAccount: boolean }): Promise<Departure> {
    try {
      const client = this.app.signedClient();
      const choice = { linkMode: 'authorize' as const, forceLogin: to.switchAccount };
      const link = await client.generateAuthLink(to.callbackUrl, choice);
      const secret = JSON.stringify({ kind: 'oauth1', tokenSecret: link.oauth_token_secret });
      return { url: this.app.forBrowser(link.url), state: link.oauth_token, secret };
    } catch (error) {
      throw xFailureOf(error);
    }
  }

  private async byCode(
    { code }: ReturnQuery,
    { codeVerifier }: { codeVerifier: string },
    redirectUri: string,
  ): Promise<BroughtAccount> {
    if (code === undefined) throw new SignInRefused('failed', 'X sent no code.');
    const answer = await this.app.signInClient().loginWithOAuth2({ code, codeVerifier, redirectUri });
    const { accessToken, refreshToken = null, expiresIn } = answer;
    const scopes = [...answer.scope];
    const lacking = NEEDED.filter((scope) => !scopes.some((granted) => granted === scope));
    if (lacking.length > 0) throw new SignInRefused('missing-scopes', lacking.join(', '));
    const expireAt = new Date(this.clock.now().getTime() + expiresIn * 1000);
    const who = await whoIs(answer.client);
    return { ...who, keys: { kind: 'oauth2', accessToken, refreshToken }, expireAt, scopes };
  }

  private async bySignature(
    { oauth_token: accessToken, oauth_verifier: verifier }: ReturnQuery,
    { tokenSecret: accessSecret }: { tokenSecret: string },
  ): Promise<BroughtAccount> {
    if (accessToken === undefined || verifier === undefined) throw new SignInRefused('failed', 'X sent no verifier.');
    const answer = await this.app.signedClient({ accessToken, accessSecret }).login(verifier);
    const keys = { kind: 'oauth1' as const, accessToken: answer.accessToken, accessSecret: answer.accessSecret };
    // Keys of this kind are good for all that the app itself may do; X names no scopes of them.
    return { ...(await whoIs(answer.client)), keys, expireAt: null, scopes: [...X_SCOPES, ...X_EXTRA_SCOPES] };
  }
}

async function whoIs(client: TwitterApi): Promise<{ externalId: string; handle: string; name: string }> {
  const { data } = await client.v2.me();
  return { externalId: data.id, handle: data.username, name: data.name };
}

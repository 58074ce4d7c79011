import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, isOnThisMachine, type Config } from '@bureau/platform';
import { TwitterApi, type IClientSettings, type ITwitterApiClientPlugin } from 'twitter-api-v2';
import { SandboxAgent } from './sandbox-agent.ts';

/** An answer that takes longer does not come any more. */
const PATIENCE_MS = 20_000;

/** The desk as an app of X: clients that act for nobody in particular, and what all clients have in common. */
@Injectable()
export class XApp {
  private readonly agent: SandboxAgent | null;
  private bearer: string | null;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'x'>) {
    const { socket, bearer } = config.x;
    if (socket && process.env['NODE_ENV'] === 'production' && !isOnThisMachine(socket.host))
      throw new Error('X_API_SOCKET may only lead to this machine.');
    this.agent = socket && new SandboxAgent(socket);
    this.bearer = bearer;
  }

  /** Whether accounts of X can be connected at all, and how. */
  get signIn(): 'oauth2' | 'oauth1' | null {
    if (this.config.x.client) return 'oauth2';
    return this.config.x.app ? 'oauth1' : null;
  }

  /** The consumer secret, which signs webhooks and answers challenges; null: not configured. */
  get webhookSecret(): string | null {
    return this.config.x.app?.secret ?? null;
  }

  /** App-only, for stream, webhooks and lookups; it can neither post nor read messages. Null: not configured. */
  async client(): Promise<TwitterApi | null> {
    const { app } = this.config.x;
    if (this.bearer === null && !app) return null;
    this.bearer ??= await this.logIn();
    return this.bearer === null ? null : new TwitterApi(this.bearer, this.settings());
  }

  /** Forgets an app-only token that X refused; the next client gets a new one. */
  forgetBearer(): void {
    this.bearer = this.config.x.bearer;
  }

  /** For sign-ins by OAuth 2. Throws when it is not configured. */
  signInClient(): TwitterApi {
    const { client } = this.config.x;
    if (!client) throw new Error('X_CLIENT_ID is not set.');
    const { id: clientId, secret } = client;
    return new TwitterApi(secret === undefined ? { clientId } : { clientId, clientSecret: secret }, this.settings());
  }

  /** OAuth 1.0a; without tokens for sign-ins. Throws when it is not configured. */
  signedClient(
    tokens?: { accessToken: string; accessSecret: string },
    plugins?: ITwitterApiClientPlugin[],
  ): TwitterApi {
    const { app } = this.config.x;
    if (!app) throw new Error('X_APP_KEY and X_APP_SECRET are not set.');
    return new TwitterApi({ appKey: app.key, appSecret: app.secret, ...tokens }, this.settings(plugins));
  }

  /** Acts for whoever the access token belongs to. */
  bearerClient(accessToken: string, plugins?: ITwitterApiClientPlugin[]): TwitterApi {
    return new TwitterApi(accessToken, this.settings(plugins));
  }

  /** An address for the browser, at the configured place instead of X. */
  forBrowser(url: string): string {
    const { authorizeOrigin } = this.config.x;
    if (authorizeOrigin === null) return url;
    const { pathname, search } = new URL(url);
    return authorizeOrigin + pathname + search;
  }

  private async logIn(): Promise<string | null> {
    const tokens = (await this.signedClient().appLogin()).getActiveTokens();
    return tokens.type === 'oauth2' ? tokens.bearerToken : null;
  }

  private settings(plugins: ITwitterApiClientPlugin[] = []): Partial<IClientSettings> {
    const impatient: ITwitterApiClientPlugin = {
      onBeforeRequest: ({ requestOptions }) => void (requestOptions.timeout ??= PATIENCE_MS),
    };
    return { plugins: [impatient, ...plugins], ...(this.agent && { httpAgent: this.agent }) };
  }
}

import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, isOnThisMachine, type Config } from '@bureau/platform';
import { Connection, OAuth2, type ConnectionConfig } from 'jsforce';
import { WatchedTransport, type Answered } from './watched-transport.ts';

export const CALLBACK_PATH = '/salesforce/callback';

/** How the desk calls itself: Salesforce shows it in its logs and change events. */
export const CLIENT = 'Bureau';

/** The desk as an app of Salesforce: what all its clients have in common. */
@Injectable()
export class SalesforceApp {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'salesforce' | 'publicUrl'>) {}

  get configured(): boolean {
    return this.config.salesforce.client !== null;
  }

  get callbackUrl(): string {
    return this.config.publicUrl + CALLBACK_PATH;
  }

  /** Where people sign in unless they say otherwise. */
  get loginUrl(): string {
    return this.config.salesforce.loginUrl;
  }

  /** Whether Salesforce is played on this machine; then all its places are one. */
  get isSandbox(): boolean {
    return isOnThisMachine(new URL(this.loginUrl).hostname.replace(/^\[|\]$/g, ''));
  }

  /** Who signs in without a person; null: nobody. */
  get key(): Config['salesforce']['key'] {
    return this.config.salesforce.key;
  }

  get clientId(): string {
    return this.client.id;
  }

  /** Whether keys may travel there: to Salesforce, or to the place that is configured instead. */
  allows(url: URL): boolean {
    if (url.origin === this.loginUrl) return true;
    return url.protocol === 'https:' && url.port === '' && /\.(salesforce|force)\.com$/.test(url.hostname);
  }

  /** For sign-ins and new keys, at one place. `verifier`: the secret of PKCE, if one was begun with. */
  oauth(loginUrl: string, verifier?: string): OAuth2 {
    const { id: clientId, secret: clientSecret } = this.client;
    const oauth = new OAuth2({ loginUrl, clientId, clientSecret, redirectUri: this.callbackUrl });
    oauth._transport = new WatchedTransport((url) => this.allows(url));
    if (verifier !== undefined) oauth.codeVerifier = verifier;
    return oauth;
  }

  newVerifier(): string {
    return randomBytes(64).toString('base64url');
  }

  /** A connection of jsforce, unmodified; it tells of each answer what jsforce keeps to itself. */
  connection(
    keys: Required<Pick<ConnectionConfig, 'instanceUrl' | 'accessToken'>> & Pick<ConnectionConfig, 'refreshFn'>,
    answered?: (answer: Answered) => void,
  ): Connection {
    const callOptions = { client: CLIENT };
    const connection = new Connection({ ...keys, version: this.config.salesforce.version, callOptions });
    connection._transport = new WatchedTransport((url) => this.allows(url), answered);
    return connection;
  }

  private get client(): { id: string; secret: string | undefined } {
    const { client } = this.config.salesforce;
    if (!client) throw new Error('SF_CLIENT_ID is not set.');
    return client;
  }
}

import type { Call } from '../../service/call.ts';
import type { XUser } from '../model.ts';
import { unauthorized } from '../problems.ts';
import type { XWorld } from '../x-world.ts';
import { isSigned, readOAuth1Header } from './oauth1-signature.ts';

/** On whose behalf a request comes. */
export type Caller =
  | { kind: 'user'; user: XUser; how: 'OAuth 1.0a User Context' | 'OAuth 2.0 User Context'; scopes: string[] | 'all' }
  | { kind: 'app'; how: 'OAuth 2.0 Application-Only' };

const CLOCK_TOLERANCE_MS = 5 * 60_000;
const NONCES_KEPT = 10_000;

/** Finds out who asks, as strictly as X does. */
export class Callers {
  readonly #world: XWorld;
  readonly #nonces = new Set<string>();

  constructor(world: XWorld) {
    this.#world = world;
  }

  /** @throws 401 for tokens that are unknown, expired or revoked, and for wrong signatures. */
  identify(call: Call): Caller {
    const { authorization } = call.headers;
    if (authorization?.startsWith('Bearer ')) return this.#byBearer(authorization.slice('Bearer '.length));
    const header = this.verified(call, (token) => this.#world.access.userTokens.get(token)?.secret);
    const token = this.#world.access.userTokens.get(header?.['oauth_token'] ?? '');
    const user = token && this.#world.users.get(token.userId);
    if (!user) throw unauthorized();
    return { kind: 'user', user, how: 'OAuth 1.0a User Context', scopes: 'all' };
  }

  /** The OAuth 1.0a parameters of a rightly signed request; undefined when anything about it is wrong. */
  verified(call: Call, secretOf: (token: string) => string | undefined): Record<string, string> | undefined {
    const header = readOAuth1Header(call.headers.authorization);
    if (!header || header['oauth_consumer_key'] !== this.#world.app.appKey) return undefined;
    const token = header['oauth_token'];
    const tokenSecret = token === undefined ? '' : secretOf(token);
    if (tokenSecret === undefined || !this.#isFresh(header)) return undefined;
    const consumerSecret = this.#world.app.appSecret;
    return isSigned(call, { header, consumerSecret, tokenSecret }) ? header : undefined;
  }

  #byBearer(token: string): Caller {
    const { app, access, users } = this.#world;
    if (token === app.bearer) return { kind: 'app', how: 'OAuth 2.0 Application-Only' };
    const grant = access.grantOf(token);
    const user = grant && users.get(grant.userId);
    if (!user) throw unauthorized();
    return { kind: 'user', user, how: 'OAuth 2.0 User Context', scopes: grant.scopes };
  }

  /** Signatures carry the machine's own time, so it is the machine's clock that they are held against. */
  #isFresh({ oauth_timestamp: stamp = '', oauth_nonce: nonce = '' }: Record<string, string>): boolean {
    if (Math.abs(Number(stamp) * 1000 - Date.now()) > CLOCK_TOLERANCE_MS) return false;
    const once = `${stamp} ${nonce}`;
    if (nonce === '' || this.#nonces.has(once)) return false;
    if (this.#nonces.size >= NONCES_KEPT) this.#nonces.clear();
    this.#nonces.add(once);
    return true;
  }
}

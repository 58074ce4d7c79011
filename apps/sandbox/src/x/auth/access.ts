import { z } from 'zod';
import type { ServiceClock } from '../../service/clock.ts';
import { Collection } from '../../service/collection.ts';
import type { Snowflakes } from '../../service/snowflakes.ts';

const MINUTE_MS = 60_000;
const REQUEST_TOKEN_MS = 15 * MINUTE_MS;
const CODE_MS = 30_000;
const ACCESS_TOKEN_MS = 120 * MINUTE_MS;

/** OAuth 1.0a, first leg; the verifier is there once somebody allowed it. */
const RequestToken = z.object({
  id: z.string(),
  secret: z.string(),
  callback: z.string(),
  expiresAt: z.number(),
  userId: z.string().nullable(),
  verifier: z.string().nullable(),
});
export type RequestToken = z.infer<typeof RequestToken>;

/** OAuth 1.0a, for good: the id is the token. */
const UserToken = z.object({ id: z.string(), secret: z.string(), userId: z.string() });
export type UserToken = z.infer<typeof UserToken>;

/** OAuth 2.0: what somebody clicked Allow for, until it is exchanged. */
const Code = z.object({
  id: z.string(),
  userId: z.string(),
  scopes: z.array(z.string()),
  redirectUri: z.string(),
  challenge: z.string(),
  method: z.enum(['s256', 'plain']),
  expiresAt: z.number(),
});
export type Code = z.infer<typeof Code>;

/** One consent and the family of tokens that came from it. */
const Grant = z.object({
  id: z.string(),
  userId: z.string(),
  scopes: z.array(z.string()),
  refreshToken: z.string().nullable(),
  usedRefreshTokens: z.array(z.string()),
  revoked: z.boolean(),
});
export type Grant = z.infer<typeof Grant>;

const AccessToken = z.object({ id: z.string(), grantId: z.string(), expiresAt: z.number() });

export type Tokens = { accessToken: string; refreshToken: string | null; expiresIn: number; scopes: string[] };

type Given = { dataDir: string; ids: Snowflakes; clock: ServiceClock };

/** Who let the app in, by which tokens, and for how long. */
export class XAccess {
  readonly #ids: Snowflakes;
  readonly #clock: ServiceClock;
  readonly requestTokens: Collection<RequestToken>;
  readonly userTokens: Collection<UserToken>;
  readonly codes: Collection<Code>;
  readonly grants: Collection<Grant>;
  readonly accessTokens: Collection<z.infer<typeof AccessToken>>;

  constructor({ dataDir, ids, clock }: Given) {
    this.#ids = ids;
    this.#clock = clock;
    this.requestTokens = new Collection({ dataDir, name: 'request-tokens', schema: RequestToken });
    this.userTokens = new Collection({ dataDir, name: 'user-tokens', schema: UserToken });
    this.codes = new Collection({ dataDir, name: 'codes', schema: Code });
    this.grants = new Collection({ dataDir, name: 'grants', schema: Grant });
    this.accessTokens = new Collection({ dataDir, name: 'access-tokens', schema: AccessToken });
    for (const { id } of this.grants.all()) ids.goOnAfter(id);
  }

  newRequestToken(callback: string): RequestToken {
    const id = this.#ids.secret('rt');
    const secret = this.#ids.secret('rs');
    const expiresAt = this.#clock.ms() + REQUEST_TOKEN_MS;
    return this.requestTokens.put({ id, secret, callback, expiresAt, userId: null, verifier: null });
  }

  /** A request token that has not expired. */
  requestToken(id: string): RequestToken | undefined {
    const token = this.requestTokens.get(id);
    return token && token.expiresAt > this.#clock.ms() ? token : undefined;
  }

  allowRequest(token: RequestToken, userId: string): string {
    const verifier = this.#ids.secret('v');
    this.requestTokens.put({ ...token, userId, verifier });
    return verifier;
  }

  /** The same user gets the same token as long as it is not revoked, as on X. */
  userTokenFor(userId: string): UserToken {
    const known = this.userTokens.find((one) => one.userId === userId);
    if (known) return known;
    const id = `${userId}-${this.#ids.secret('')}`;
    return this.userTokens.put({ id, secret: this.#ids.secret('ts'), userId });
  }

  newCode(given: Omit<Code, 'id' | 'expiresAt'>): Code {
    return this.codes.put({ ...given, id: this.#ids.secret('c'), expiresAt: this.#clock.ms() + CODE_MS });
  }

  /** A code works once and for 30 seconds. */
  useCode(id: string): Code | undefined {
    const code = this.codes.get(id);
    this.codes.remove(id);
    return code && code.expiresAt > this.#clock.ms() ? code : undefined;
  }

  newGrant(userId: string, scopes: string[]): Tokens {
    const grant = { id: this.#ids.next(), userId, scopes, refreshToken: null, usedRefreshTokens: [], revoked: false };
    return this.#renew(grant);
  }

  /** Gives new tokens for an unused refresh token; a used one ends the whole family, since it must have been stolen. */
  refresh(refreshToken: string): Tokens | undefined {
    const stolen = this.grants.find((one) => one.usedRefreshTokens.includes(refreshToken));
    if (stolen) this.revokeGrant(stolen);
    const grant = this.grants.find((one) => one.refreshToken === refreshToken && !one.revoked);
    return grant && this.#renew({ ...grant, usedRefreshTokens: [...grant.usedRefreshTokens, refreshToken] });
  }

  /** The grant behind an access token that still works. */
  grantOf(accessToken: string): Grant | undefined {
    const token = this.accessTokens.get(accessToken);
    if (!token || token.expiresAt <= this.#clock.ms()) return undefined;
    const grant = this.grants.get(token.grantId);
    return grant && !grant.revoked ? grant : undefined;
  }

  grantBehind(token: string): Grant | undefined {
    const access = this.accessTokens.get(token);
    return this.grants.find((one) => one.refreshToken === token || one.id === access?.grantId);
  }

  revokeGrant(grant: Grant): void {
    this.grants.put({ ...grant, revoked: true });
  }

  /** The user takes the app out of their settings. Returns whether there was anything to take. */
  revokeUser(userId: string): boolean {
    const tokens = this.userTokens.where((one) => one.userId === userId);
    const grants = this.grants.where((one) => one.userId === userId && !one.revoked);
    for (const { id } of tokens) this.userTokens.remove(id);
    for (const grant of grants) this.revokeGrant(grant);
    return tokens.length + grants.length > 0;
  }

  /** Access tokens stop working before their time, refresh tokens go on. */
  expireAccessTokens(userId: string): void {
    for (const token of this.accessTokens.all()) {
      if (this.grants.get(token.grantId)?.userId === userId) this.accessTokens.put({ ...token, expiresAt: 0 });
    }
  }

  authorizedBy(userId: string): boolean {
    const live = (one: Grant) => one.userId === userId && !one.revoked;
    return this.userTokens.find((one) => one.userId === userId) !== undefined || this.grants.find(live) !== undefined;
  }

  clear(): void {
    const { requestTokens, userTokens, codes, grants, accessTokens } = this;
    for (const all of [requestTokens, userTokens, codes, grants, accessTokens]) all.clear();
  }

  #renew(grant: Grant): Tokens {
    const accessToken = this.#ids.secret('at');
    const refreshToken = grant.scopes.includes('offline.access') ? this.#ids.secret('rf') : null;
    this.grants.put({ ...grant, refreshToken });
    this.accessTokens.put({ id: accessToken, grantId: grant.id, expiresAt: this.#clock.ms() + ACCESS_TOKEN_MS });
    return { accessToken, refreshToken, expiresIn: ACCESS_TOKEN_MS / 1000, scopes: grant.scopes };
  }
}

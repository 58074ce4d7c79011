import { z } from 'zod';
import { Collection } from '../../service/collection.ts';
import type { Service } from '../../service/service.ts';
import { ORG_ID } from '../seed.ts';
import type { Setup } from '../settings.ts';

const CODE_MS = 15 * 60_000;
const IDLE_MS = 30 * 24 * 3_600_000;

export const SCOPES = [
  'api',
  'refresh_token',
  'offline_access',
  'id',
  'openid',
  'profile',
  'email',
  'chatter_api',
  'full',
  'web',
];

const Code = z.object({
  id: z.string(),
  userId: z.string(),
  scopes: z.array(z.string()),
  redirectUri: z.string(),
  /** SHA-256 of the verifier (PKCE, S256). */
  challenge: z.string(),
  expiresAt: z.number(),
  used: z.boolean(),
  grantId: z.string().nullable(),
});
export type Code = z.infer<typeof Code>;

/** That a user let the app in, once. */
const Grant = z.object({
  id: z.string(),
  userId: z.string(),
  scopes: z.array(z.string()),
  refreshToken: z.string().nullable(),
  usedRefreshTokens: z.array(z.string()),
  lastUsedAt: z.number(),
  revoked: z.boolean(),
});
export type Grant = z.infer<typeof Grant>;

const Session = z.object({ id: z.string(), grantId: z.string(), startedAt: z.number(), ended: z.boolean() });
export type Session = z.infer<typeof Session>;

export type Tokens = { grant: Grant; accessToken: string; refreshToken: string | null };

/** Codes, refresh tokens that are exchanged at each use, and the sessions they open. */
export class Grants {
  readonly #service: Service;
  readonly #setup: Setup;
  readonly #codes: Collection<Code>;
  readonly #grants: Collection<Grant>;
  readonly #sessions: Collection<Session>;
  /** When each session was last used; it ends some time after. */
  readonly #seen = new Map<string, number>();

  constructor(service: Service, setup: Setup) {
    const { dataDir } = service;
    this.#service = service;
    this.#setup = setup;
    this.#codes = new Collection({ dataDir, name: 'codes', schema: Code });
    this.#grants = new Collection({ dataDir, name: 'grants', schema: Grant });
    this.#sessions = new Collection({ dataDir, name: 'sessions', schema: Session });
    for (const { id } of this.#grants.all()) service.ids.goOnAfter(id);
  }

  newCode(given: Pick<Code, 'userId' | 'scopes' | 'redirectUri' | 'challenge'>): Code {
    const id = this.#service.ids.secret('aPrx');
    return this.#codes.put({ ...given, id, expiresAt: this.#now + CODE_MS, used: false, grantId: null });
  }

  /** A code that may still be exchanged; one that was used before takes away what it gave. */
  code(id: string): Code | 'used' | undefined {
    const code = this.#codes.get(id);
    if (!code || code.expiresAt <= this.#now) return undefined;
    if (!code.used) return code;
    const grant = this.#grants.get(code.grantId ?? '');
    if (grant) this.revoke(grant);
    return 'used';
  }

  exchange(code: Code): Tokens {
    const tokens = this.newGrant(code.userId, code.scopes);
    this.#codes.put({ ...code, used: true, grantId: tokens.grant.id });
    return tokens;
  }

  newGrant(userId: string, scopes: string[]): Tokens {
    const { ids } = this.#service;
    const stays = scopes.some((scope) => scope === 'refresh_token' || scope === 'offline_access');
    const refreshToken = stays ? ids.secret('5Aep861') : null;
    const known = { id: ids.next(), userId, scopes, refreshToken, usedRefreshTokens: [] };
    return this.#open({ ...known, lastUsedAt: this.#now, revoked: false });
  }

  /** New tokens for a refresh token. One that was exchanged before must have been stolen: it ends the whole grant. */
  refresh(refreshToken: string): Tokens | 'reused' | undefined {
    const stolen = this.#grants.find((one) => one.usedRefreshTokens.includes(refreshToken));
    if (stolen) {
      this.revoke(stolen);
      return 'reused';
    }
    const grant = this.#grants.find((one) => one.refreshToken === refreshToken && !one.revoked);
    if (!grant || grant.lastUsedAt + IDLE_MS <= this.#now) return undefined;
    if (!this.#setup.get().rotateRefreshTokens) return this.#open({ ...grant, lastUsedAt: this.#now });
    const usedRefreshTokens = [...grant.usedRefreshTokens, refreshToken];
    const next = this.#service.ids.secret('5Aep861');
    return this.#open({ ...grant, usedRefreshTokens, refreshToken: next, lastUsedAt: this.#now });
  }

  /** The grant behind an access token whose session has not ended. */
  grantOf(accessToken: string): Grant | undefined {
    const session = this.#sessions.get(accessToken);
    if (!session || session.ended) return undefined;
    const seen = this.#seen.get(accessToken) ?? session.startedAt;
    if (seen + this.#setup.get().sessionMinutes * 60_000 <= this.#now) return undefined;
    const grant = this.#grants.get(session.grantId);
    if (!grant || grant.revoked) return undefined;
    this.#seen.set(accessToken, this.#now);
    return grant;
  }

  /** The grant that a token of either kind belongs to. */
  grantBehind(token: string): Grant | undefined {
    const session = this.#sessions.get(token);
    return this.#grants.find((one) => one.refreshToken === token || one.id === session?.grantId);
  }

  revoke(grant: Grant): void {
    this.#grants.put({ ...grant, revoked: true });
  }

  endSession(accessToken: string): void {
    const session = this.#sessions.get(accessToken);
    if (session) this.#sessions.put({ ...session, ended: true });
  }

  revokeUser(userId: string): void {
    for (const grant of this.#grants.where((one) => one.userId === userId)) this.revoke(grant);
  }

  /** Access tokens stop working, refresh tokens go on. */
  endSessions(userId: string): void {
    const theirs = new Set(this.#grants.where((one) => one.userId === userId).map(({ id }) => id));
    for (const { id, grantId, ended } of this.#sessions.all()) if (!ended && theirs.has(grantId)) this.endSession(id);
  }

  connected(userId: string): boolean {
    return this.#grants.find((one) => one.userId === userId && !one.revoked) !== undefined;
  }

  forget(): void {
    for (const all of [this.#codes, this.#grants, this.#sessions]) all.clear();
    this.#seen.clear();
  }

  get #now(): number {
    return this.#service.clock.ms();
  }

  #open(grant: Grant): Tokens {
    const accessToken = this.#service.ids.secret(`${ORG_ID.slice(0, 15)}!AQ`);
    this.#grants.put(grant);
    this.#sessions.put({ id: accessToken, grantId: grant.id, startedAt: this.#now, ended: false });
    return { grant, accessToken, refreshToken: grant.refreshToken };
  }
}

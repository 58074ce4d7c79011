import { Injectable } from '@nestjs/common';
import { Clock, HeldLocks, type HeldLock } from '@bureau/platform';
import { AccountHealth } from '../social/account/account-health.ts';
import { AccountKeySeal, type AccountKeys } from '../social/account/account-keys.ts';
import { KeyRepository, type KeptKeys } from '../social/account/key.repository.ts';
import { AccountUnavailable, NetworkFailure } from '../social/network-failure.ts';
import { persistently } from '../delivery/persistently.ts';
import { XApp } from './x-app.ts';
import { xFailureOf } from './x-failure.ts';

/** Keys are renewed when they are good for less than this. */
const AHEAD_MS = 5 * 60_000;

export interface XKeysInUse {
  keys: Extract<AccountKeys, { kind: 'oauth1' | 'oauth2' }>;
  /** As they are kept: another text means that somebody has renewed them meanwhile. */
  sealed: string;
}

/**
 * The keys of accounts of X. A refresh token is good for one renewal, in all processes of the desk together, so a renewal
 * holds a lock on a connection of its own: a process that dies lets it go, and no transaction is open while X is asked.
 * That a renewal began is written down before X is asked. New keys are kept before anybody uses them. Whoever finds a
 * renewal that began and never ended tries the same token once more (X may never have heard of it); when X refuses, the
 * account says that it must be connected again.
 */
@Injectable()
export class XKeys {
  private readonly renewals = new Map<number, Promise<XKeysInUse | null>>();

  constructor(
    private readonly app: XApp,
    private readonly kept: KeyRepository,
    private readonly seals: AccountKeySeal,
    private readonly locks: HeldLocks,
    private readonly health: AccountHealth,
    private readonly clock: Clock,
  ) {}

  /** Keys that are good for some minutes. Throws AccountUnavailable, NetworkFailure. */
  async of(accountId: number): Promise<XKeysInUse> {
    const kept = await this.kept.find(accountId);
    const now = this.read(accountId, kept);
    if (now.keys.kind === 'oauth1' || this.lastsMs(kept) > AHEAD_MS) return now;
    try {
      const renewed = await this.renew(accountId, now);
      if (renewed) return renewed;
    } catch (error) {
      // X is out of order, but what there is lasts some minutes yet.
      if (error instanceof NetworkFailure && error.kind === 'transient' && this.lastsMs(kept) > 0) return now;
      throw error;
    }
    return this.unrenewable(accountId, now, this.lastsMs(kept));
  }

  /**
   * Keys in the place of ones that are over. Null: there is nothing to renew them with, a person must sign in again.
   * Throws NetworkFailure, AccountUnavailable.
   */
  renew(accountId: number, over: XKeysInUse): Promise<XKeysInUse | null> {
    const running = this.renewals.get(accountId);
    if (running) return running;
    const renewal = this.locks
      .holding(`keys of social account ${accountId}`, (lock) => this.renewAlone(accountId, over, lock))
      .finally(() => this.renewals.delete(accountId));
    this.renewals.set(accountId, renewal);
    return renewal;
  }

  private async renewAlone(accountId: number, over: XKeysInUse, lock: HeldLock): Promise<XKeysInUse | null> {
    const kept = await this.kept.find(accountId);
    const now = this.read(accountId, kept);
    if (now.sealed !== over.sealed) return now;
    if (now.keys.kind === 'oauth1' || now.keys.refreshToken === null) return null;

    const wasInterrupted = kept !== undefined && kept.renewingSince !== null;
    await this.kept.beginRenewal(accountId, this.clock.now());
    lock.check();
    const answer = await this.ask(now.keys.refreshToken).catch((error: unknown) =>
      this.notRenewed(accountId, { failure: xFailureOf(error), wasInterrupted, sealed: now.sealed }),
    );
    return this.keep(accountId, now, answer);
  }

  private async ask(refreshToken: string) {
    const { client: _, ...answer } = await this.app.signInClient().refreshOAuth2Token(refreshToken);
    return answer;
  }

  private async keep(
    accountId: number,
    over: XKeysInUse,
    answer: Awaited<ReturnType<XKeys['ask']>>,
  ): Promise<XKeysInUse> {
    const refreshToken = answer.refreshToken ?? null;
    const keys = { kind: 'oauth2' as const, accessToken: answer.accessToken, refreshToken };
    const sealed = this.seals.seal(keys);
    const expireAt = new Date(this.clock.now().getTime() + answer.expiresIn * 1000);
    await persistently(() =>
      this.kept.replace(accountId, { over: over.sealed, sealed, expireAt, scopes: answer.scope }),
    );
    return { keys, sealed };
  }

  /** Always throws: the failure, after what it means is written down. */
  private async notRenewed(
    accountId: number,
    { failure, wasInterrupted, sealed }: { failure: NetworkFailure; wasInterrupted: boolean; sealed: string },
  ): Promise<never> {
    const { kind } = failure;
    // X refuses a used, revoked or expired refresh token with 400 invalid_request or invalid_grant.
    const refused = kind === 'auth' || (kind === 'permanent' && failure.status === 400);
    if (!refused) {
      if (kind !== 'transient') await this.kept.endRenewal(accountId, sealed);
      throw failure;
    }
    await this.kept.endRenewal(accountId, sealed);
    const words = wasInterrupted
      ? 'The last renewal of the access never ended (its answer was lost, or the desk was stopped), and X does not accept the old key any more.'
      : failure.words;
    const auth = new NetworkFailure({ ...factsOf(failure), kind: 'auth', words }, { cause: failure });
    await this.health.note(accountId, auth);
    throw auth;
  }

  /** Throws AccountUnavailable. */
  private read(accountId: number, kept: KeptKeys | undefined): XKeysInUse {
    if (!kept) throw new AccountUnavailable(accountId, 'gone');
    if (kept.state === 'paused' || kept.state === 'disconnected' || kept.state === 'reconnect')
      throw new AccountUnavailable(accountId, kept.state);
    const keys = this.seals.open(kept.sealed);
    if (kept.sealed === null || keys === null || keys.kind === 'page')
      throw new AccountUnavailable(accountId, 'reconnect');
    return { keys, sealed: kept.sealed };
  }

  /** Without a refresh token keys are used up to their end; then a person must sign in again. */
  private async unrenewable(accountId: number, now: XKeysInUse, lastsMs: number): Promise<XKeysInUse> {
    if (lastsMs > 0) return now;
    await this.health.mustReconnect(accountId, 'X gave access for two hours only (offline.access was not granted).');
    throw new AccountUnavailable(accountId, 'reconnect');
  }

  /** Milliseconds for which the access token is good. */
  private lastsMs(kept: KeptKeys | undefined): number {
    const expireAt = kept?.expireAt ?? null;
    return expireAt === null ? Infinity : expireAt.getTime() - this.clock.now().getTime();
  }
}

function factsOf({ kind, words, status, code, retryAt }: NetworkFailure) {
  return { kind, words, status, code, retryAt };
}

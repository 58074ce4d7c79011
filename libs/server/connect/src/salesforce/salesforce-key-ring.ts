import { Injectable } from '@nestjs/common';
import { Clock, HeldLocks, InstallationSecret, seal, unseal, type HeldLock } from '@bureau/platform';
import { z } from 'zod';
import { ConnectionHealth } from '../connection/connection-health.ts';
import { KeyRepository, type KeptKeys } from './key.repository.ts';
import { lockedOut, SalesforceFailure } from './salesforce-failure.ts';
import { SalesforceUnavailable } from './salesforce-unavailable.ts';
import { TokenRequests, type TokenAnswer } from './token-requests.ts';

/** What lets the desk act for its user, as it is sealed in `salesforce_connections.tokens_sealed`. */
const SalesforceKeys = z.object({ accessToken: z.string(), refreshToken: z.string().nullable() });
export type SalesforceKeys = z.infer<typeof SalesforceKeys>;

export interface KeysInUse {
  keys: SalesforceKeys;
  /** Where they are good. */
  instanceUrl: string;
  /** As they are kept: another text means that somebody has renewed them meanwhile. */
  sealed: string;
}

/**
 * The keys to the organisation. A refresh token is good for one renewal, in all processes of the desk together, so a renewal
 * holds a lock on a connection of its own: a process that dies lets it go, and no transaction is open while Salesforce is
 * asked. New keys are kept before anybody uses them. When Salesforce refuses for good, the connection says that somebody
 * must sign in again.
 */
@Injectable()
export class SalesforceKeyRing {
  private readonly renewals = new Map<number, Promise<KeysInUse>>();

  constructor(
    private readonly kept: KeyRepository,
    private readonly requests: TokenRequests,
    private readonly secret: InstallationSecret,
    private readonly locks: HeldLocks,
    private readonly health: ConnectionHealth,
    private readonly clock: Clock,
  ) {}

  seal(keys: SalesforceKeys): string {
    return seal(this.secret, JSON.stringify(keys));
  }

  /** Null: none are kept, or another installation sealed them. */
  open(sealed: string | null): SalesforceKeys | null {
    if (sealed === null) return null;
    try {
      return SalesforceKeys.parse(JSON.parse(unseal(this.secret, sealed)));
    } catch {
      return null;
    }
  }

  /** Throws SalesforceUnavailable. */
  async of(connectionId: number): Promise<KeysInUse> {
    return this.read(await this.kept.find(connectionId));
  }

  /** Keys in the place of ones that Salesforce takes no longer. Throws SalesforceFailure, SalesforceUnavailable. */
  renew(connectionId: number, over: KeysInUse): Promise<KeysInUse> {
    const running = this.renewals.get(connectionId);
    if (running) return running;
    const renewal = this.locks
      .holding(`keys of salesforce connection ${connectionId}`, (lock) => this.renewAlone(connectionId, over, lock))
      .finally(() => this.renewals.delete(connectionId));
    this.renewals.set(connectionId, renewal);
    return renewal;
  }

  private async renewAlone(connectionId: number, over: KeysInUse, lock: HeldLock): Promise<KeysInUse> {
    const kept = await this.kept.find(connectionId);
    const now = this.read(kept);
    if (!kept || now.sealed !== over.sealed) return now;

    const wasInterrupted = kept.renewingSince !== null;
    await this.kept.beginRenewal(connectionId, this.clock.now());
    lock.check();
    try {
      const answer = await this.requests.renew(kept, now.keys.refreshToken);
      return await this.keep(connectionId, now, answer);
    } catch (error) {
      if (error instanceof SalesforceFailure)
        await this.notRenewed(connectionId, now.sealed, { error, wasInterrupted });
      throw error;
    }
  }

  private async keep(connectionId: number, over: KeysInUse, answer: TokenAnswer): Promise<KeysInUse> {
    const { accessToken, instanceUrl } = answer;
    // Without rotation the old one stays good.
    const keys = { accessToken, refreshToken: answer.refreshToken ?? over.keys.refreshToken };
    const sealed = this.seal(keys);
    await this.kept.replace(connectionId, { over: over.sealed, sealed, instanceUrl });
    return { keys, instanceUrl, sealed };
  }

  /** It is known what became of the old keys, unless no answer came. */
  private async notRenewed(
    connectionId: number,
    sealed: string,
    { error, wasInterrupted }: { error: SalesforceFailure; wasInterrupted: boolean },
  ): Promise<void> {
    if (error.status === null || error.status >= 500) return;
    await this.kept.endRenewal(connectionId, sealed);
    if (error.status === 429) return;
    const words = wasInterrupted
      ? 'The last renewal of the access never ended (its answer was lost, or the desk was stopped), and Salesforce does not accept the old key any more.'
      : lockedOut(error);
    await this.health.mustReconnect(connectionId, words);
  }

  private read(kept: KeptKeys | undefined): KeysInUse {
    if (!kept) throw new SalesforceUnavailable('none');
    if (kept.state === 'reconnect') throw new SalesforceUnavailable('reconnect');
    const keys = this.open(kept.sealed);
    if (kept.sealed === null || keys === null) throw new SalesforceUnavailable('reconnect');
    return { keys, instanceUrl: kept.instanceUrl, sealed: kept.sealed };
  }
}

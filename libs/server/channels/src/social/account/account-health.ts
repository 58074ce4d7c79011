import { Injectable } from '@nestjs/common';
import type { SocialAccountState } from '@bureau/contracts';
import { Outbox, SystemLog, Transactional } from '@bureau/platform';
import type { NetworkFailure } from '../network-failure.ts';
import { SocialAccountRepository } from './social-account.repository.ts';

/** How it went to read for an account. */
export type Outcome = 'ok' | NetworkFailure;

/** One answer that does not come is an accident; so many in a row are an outage. */
const IN_A_ROW = 3;

const LISTENING: readonly SocialAccountState[] = ['ok', 'trouble'];

/** How accounts fare: states, the system log, and whoever looks at the accounts. Each change is told once. */
@Injectable()
export class AccountHealth {
  private readonly inARow = new Map<number, number>();

  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly systemLog: SystemLog,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Keeps how it went. `auth` turns the account `reconnect`, at once and until a person signs in again; what stops reading
   * otherwise turns it `trouble`, and `ok` ends that. `rate` and what concerns one post only changes nothing. May be told
   * the same often, by every process.
   */
  async note(accountId: number, outcome: Outcome): Promise<void> {
    if (outcome === 'ok') return this.works(accountId);
    switch (outcome.kind) {
      case 'auth':
        return this.mustReconnect(accountId, outcome.words);
      case 'spent':
        return this.isTroubled(accountId, `The app's plan at the network is used up. ${outcome.words}`);
      case 'permission':
        return this.isTroubled(accountId, outcome.words);
      case 'transient':
      case 'permanent':
        return this.failed(accountId, outcome.words);
      case 'rate':
      case 'window':
      case 'duplicate':
      case 'gone':
        return;
    }
  }

  /** The network took our keys back, or does not know them any more; `words` is what it said. */
  @Transactional()
  async mustReconnect(accountId: number, words: string): Promise<void> {
    const reason = `${sentence(words)} Connect the account again; what was said meanwhile is fetched then.`;
    const changed = await this.accounts.setState(accountId, { state: 'reconnect', reason, from: LISTENING });
    if (!changed) return;
    await this.accounts.needsBackfill(accountId);
    await this.tell(accountId, { level: 'error', words: `must be connected again. ${reason}` });
  }

  private async failed(accountId: number, words: string): Promise<void> {
    const count = (this.inARow.get(accountId) ?? 0) + 1;
    this.inARow.set(accountId, count);
    if (count >= IN_A_ROW) await this.isTroubled(accountId, words);
  }

  @Transactional()
  protected async isTroubled(accountId: number, words: string): Promise<void> {
    const before = await this.accounts.find(accountId);
    const reason = `${sentence(words)} The desk tries again by itself.`;
    const changed = await this.accounts.setState(accountId, { state: 'trouble', reason, from: LISTENING });
    if (!changed) return;
    if (before?.state === 'ok') await this.tell(accountId, { level: 'warning', words: `cannot be read. ${reason}` });
    else await this.outbox.add('social-account.changed', { accountId });
  }

  private async works(accountId: number): Promise<void> {
    this.inARow.delete(accountId);
    await this.isWell(accountId);
  }

  @Transactional()
  protected async isWell(accountId: number): Promise<void> {
    const changed = await this.accounts.setState(accountId, { state: 'ok', reason: '', from: ['trouble'] });
    if (changed) await this.tell(accountId, { level: 'info', words: 'is read again.' });
  }

  private async tell(
    accountId: number,
    { level, words }: { level: 'info' | 'warning' | 'error'; words: string },
  ): Promise<void> {
    const account = await this.accounts.find(accountId);
    const name = account?.network === 'x' ? `@${account.handle} on X` : `The Facebook page ${account?.name ?? ''}`;
    const details = { socialAccountId: accountId };
    await this.systemLog.write({ level, part: 'social', message: `${name} ${words}`, details });
    await this.outbox.add('social-account.changed', { accountId });
  }
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

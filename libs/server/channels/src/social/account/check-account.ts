import { Injectable } from '@nestjs/common';
import type { Actor, SocialAccount } from '@bureau/contracts';
import { servesBrand } from '@bureau/identity';
import { ProblemError } from '@bureau/platform';
import { NetworkFailure } from '../network-failure.ts';
import { AccountHealth } from './account-health.ts';
import { LookAtAccount } from './look-at-account.ts';
import { SocialAccountRepository } from './social-account.repository.ts';
import { SocialAccountsQueries } from './social-accounts.queries.ts';

/** Asks the network now whether an account is well, for an administrator who waits for the answer. */
@Injectable()
export class CheckAccount {
  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly look: LookAtAccount,
    private readonly health: AccountHealth,
    private readonly queries: SocialAccountsQueries,
  ) {}

  /**
   * The account as it is then; what is wrong stands in it. Throws social-account.not-found, social-account.paused,
   * social-account.not-connected.
   */
  async run(actor: Actor, id: number): Promise<SocialAccount> {
    const account = await this.accounts.find(id);
    if (!account || !servesBrand(actor, account.brandId)) throw new ProblemError('social-account.not-found');
    if (account.state === 'paused') throw new ProblemError('social-account.paused');
    if (account.state === 'disconnected') throw new ProblemError('social-account.not-connected');
    if (account.state !== 'reconnect') await this.ask(account);
    return this.queries.get(actor, id);
  }

  private async ask(account: Parameters<LookAtAccount['run']>[0]): Promise<void> {
    try {
      await this.look.run(account);
    } catch (error) {
      if (!(error instanceof NetworkFailure)) throw error;
      await this.health.note(account.id, error);
      if (error.kind !== 'auth') throw new ProblemError('network.unavailable', { detail: error.words });
    }
  }
}

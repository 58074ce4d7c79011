import { Inject, Injectable } from '@nestjs/common';
import { Network, type EventPayload } from '@bureau/contracts';
import { defineJob, Every, HandlesJob, JobQueue, LOG, OnEvent, Outbox, SystemLog, type Log } from '@bureau/platform';
import { z } from 'zod';
import { AccountUnavailable, NetworkFailure } from '../network-failure.ts';
import { AccountKeySeal } from './account-keys.ts';
import { AccountsAtNetworks } from './accounts-at-networks.ts';
import { nameOfAccount } from './settings-of.ts';
import type { SocialAccountEntity } from './social-account.entity.ts';
import { SocialAccountRepository } from './social-account.repository.ts';

const subscribe = defineJob('social-account.subscribe', z.object({ accountId: z.number() }), { rememberMs: 0 });

/**
 * Networks tell us what happens to the accounts that are listened to, and only to these. Asked for when an account is
 * connected, and every hour again: they end it by themselves when they could not reach us for long. Until then, and where
 * they cannot reach us at all, the desk asks from time to time.
 */
@Injectable()
export class SubscribeAccount {
  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly seals: AccountKeySeal,
    private readonly networks: AccountsAtNetworks,
    private readonly systemLog: SystemLog,
    private readonly outbox: Outbox,
    private readonly jobs: JobQueue,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @OnEvent('social-account.connected', 'channels.subscribe-social-account')
  async connected({ accountId }: EventPayload<'social-account.connected'>): Promise<void> {
    await this.jobs.add(subscribe, { accountId });
  }

  @OnEvent('social-account.paused', 'channels.unsubscribe-social-account')
  async paused({ accountId }: EventPayload<'social-account.paused'>): Promise<void> {
    await this.jobs.add(subscribe, { accountId });
  }

  @Every('1h', 'social-accounts.keep-subscribed')
  async keep(): Promise<void> {
    for (const network of Network.options)
      for (const { id } of await this.accounts.findListening(network))
        await this.jobs.add(subscribe, { accountId: id });
  }

  @HandlesJob(subscribe)
  async run({ accountId }: { accountId: number }): Promise<void> {
    const account = await this.accounts.find(accountId);
    if (account?.state === 'ok' || account?.state === 'trouble') await this.subscribe(account);
    if (account?.state === 'paused' && account.subscriptionId !== null) await this.unsubscribe(account);
  }

  private async subscribe(account: SocialAccountEntity): Promise<void> {
    try {
      await this.note(account, await this.networks.of(account.network).subscribe(account));
    } catch (error) {
      if (error instanceof AccountUnavailable) return;
      if (!(error instanceof NetworkFailure) || error.kind === 'transient' || error.kind === 'rate') throw error;
      this.log.warn({ err: error, accountId: account.id }, 'A network does not want to tell us what happens.');
      if (account.subscriptionId !== null) await this.tellThatItEnded(account, error.words);
      await this.note(account, null);
    }
  }

  private async unsubscribe(account: SocialAccountEntity): Promise<void> {
    const keys = this.seals.open(account.tokensSealed);
    if (keys) await this.networks.of(account.network).unsubscribe({ externalId: account.externalId, keys });
    await this.note(account, null);
  }

  private async note({ id, subscriptionId }: SocialAccountEntity, now: string | null): Promise<void> {
    if (now === subscriptionId) return;
    await this.accounts.setSubscription(id, now);
    await this.outbox.add('social-account.changed', { accountId: id });
  }

  private async tellThatItEnded(account: SocialAccountEntity, words: string): Promise<void> {
    const message = `${nameOfAccount(account)} tells us nothing by itself any more: ${words} The desk asks from time to time instead.`;
    const details = { socialAccountId: account.id };
    await this.systemLog.write({ level: 'warning', part: 'social', message, details });
  }
}

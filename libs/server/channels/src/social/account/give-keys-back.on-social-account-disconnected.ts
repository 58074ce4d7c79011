import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { defineJob, HandlesJob, JobQueue, OnEvent, SystemLog, type JobContext } from '@bureau/platform';
import { z } from 'zod';
import { NetworkFailure } from '../network-failure.ts';
import { AccountKeySeal, type AccountKeys } from './account-keys.ts';
import { AccountsAtNetworks } from './accounts-at-networks.ts';
import { KeyRepository } from './key.repository.ts';
import { nameOfAccount } from './settings-of.ts';
import type { SocialAccountEntity } from './social-account.entity.ts';
import { SocialAccountRepository } from './social-account.repository.ts';

const ATTEMPTS = 8;
const giveBack = defineJob('social-account.give-back', z.object({ accountId: z.number() }), {
  attempts: ATTEMPTS,
  rememberMs: 0,
});

/** The keys of an account that was disconnected are revoked at its network, and forgotten here whatever the network says. */
@Injectable()
export class GiveKeysBackOnSocialAccountDisconnected {
  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly kept: KeyRepository,
    private readonly seals: AccountKeySeal,
    private readonly networks: AccountsAtNetworks,
    private readonly systemLog: SystemLog,
    private readonly jobs: JobQueue,
  ) {}

  @OnEvent('social-account.disconnected', 'channels.give-keys-back')
  async disconnected({ accountId }: EventPayload<'social-account.disconnected'>): Promise<void> {
    await this.jobs.add(giveBack, { accountId });
  }

  @HandlesJob(giveBack)
  async run({ accountId }: { accountId: number }, { attempt }: JobContext): Promise<void> {
    const account = await this.accounts.find(accountId);
    // Connected again meanwhile: its keys are in use.
    if (account?.state !== 'disconnected' || account.tokensSealed === null) return;
    const keys = this.seals.open(account.tokensSealed);
    try {
      if (keys) await this.leave(account, keys);
    } catch (error) {
      if (!(error instanceof NetworkFailure)) throw error;
      if (attempt < ATTEMPTS) throw error;
      const message = `The access to ${nameOfAccount(account)} could not be given back. ${error.words} It is forgotten here; take it away in the settings of the account at the network.`;
      const details = { socialAccountId: accountId };
      await this.systemLog.write({ level: 'warning', part: 'social', message, details });
    }
    await this.kept.forget(accountId, account.tokensSealed);
  }

  private async leave({ network, externalId }: SocialAccountEntity, keys: AccountKeys): Promise<void> {
    await this.networks.of(network).unsubscribe({ externalId, keys });
    await this.networks.of(network).giveBack({ externalId, keys });
  }
}

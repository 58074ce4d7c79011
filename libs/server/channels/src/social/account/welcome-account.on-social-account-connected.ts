import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { defineJob, HandlesJob, JobQueue, OnEvent } from '@bureau/platform';
import { z } from 'zod';
import { AccountUnavailable } from '../network-failure.ts';
import { LookAtAccount } from './look-at-account.ts';
import { SocialAccountRepository } from './social-account.repository.ts';

const welcome = defineJob('social-account.welcome', z.object({ accountId: z.number() }), { rememberMs: 0 });

/** An account that was connected gets its picture, and says what its keys are good for. */
@Injectable()
export class WelcomeAccountOnSocialAccountConnected {
  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly look: LookAtAccount,
    private readonly jobs: JobQueue,
  ) {}

  @OnEvent('social-account.connected', 'channels.welcome-social-account')
  async connected({ accountId }: EventPayload<'social-account.connected'>): Promise<void> {
    await this.jobs.add(welcome, { accountId });
  }

  @HandlesJob(welcome)
  async run({ accountId }: { accountId: number }): Promise<void> {
    const account = await this.accounts.find(accountId);
    if (!account) return;
    try {
      await this.look.run(account);
    } catch (error) {
      // Paused, disconnected or refused meanwhile: the next time that it is connected brings another welcome.
      if (!(error instanceof AccountUnavailable)) throw error;
    }
  }
}

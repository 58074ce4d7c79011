import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { JobQueue, OnEvent } from '@bureau/platform';
import { pollAccount } from './poll-accounts.ts';
import { PollLeaseRepository } from './poll-lease.repository.ts';

/** An account that is there again is read at once, however long its turns had been put off: what was missed is waiting. */
@Injectable()
export class HurryOnSocialAccountConnected {
  constructor(
    private readonly leases: PollLeaseRepository,
    private readonly queue: JobQueue,
  ) {}

  @OnEvent('social-account.connected', 'channels.read-social-account')
  async connected({ accountId }: EventPayload<'social-account.connected'>): Promise<void> {
    await this.leases.hurry(accountId);
    await this.queue.add(pollAccount, { accountId });
  }
}

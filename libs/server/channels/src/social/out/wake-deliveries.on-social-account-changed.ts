import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { Clock, Database, JobQueue, OnEvent } from '@bureau/platform';
import { deliver } from '../../delivery/deliver.job.ts';

/** What waited for an account leaves when the account can speak again. */
@Injectable()
export class WakeDeliveriesOnSocialAccountChanged {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  @OnEvent('social-account.changed', 'channels.wake-deliveries')
  changed({ accountId }: EventPayload<'social-account.changed'>): Promise<void> {
    return this.wake(accountId);
  }

  @OnEvent('social-account.connected', 'channels.wake-deliveries-of-connected')
  connected({ accountId }: EventPayload<'social-account.connected'>): Promise<void> {
    return this.wake(accountId);
  }

  /** What has not been tried yet may still be taken back, and leaves in its own time. */
  private async wake(accountId: number): Promise<void> {
    const at = this.clock.now();
    const woken = await this.database.rows<{ id: number; attempts: number }>(
      `UPDATE deliveries d SET next_attempt_at = $2, updated_at = $2 FROM social_accounts a
       WHERE a.id = $1 AND a.state IN ('ok', 'trouble') AND (d.route ->> 'accountId')::bigint = a.id
         AND d.state = 'pending' AND d.route IS NOT NULL AND d.attempts > 0 AND d.next_attempt_at > $2
       RETURNING d.id, d.attempts`,
      [accountId, at],
    );
    if (woken.length === 0) return;
    // Names of their own: under the usual ones, jobs wait for the time that was set before.
    const name = ({ id, attempts }: { id: number; attempts: number }) => `${id}-${attempts}-woken-${at.getTime()}`;
    const jobs = woken.map((delivery) => ({ id: name(delivery), payload: { deliveryId: delivery.id } }));
    await this.queue.addMany(deliver, jobs);
  }
}

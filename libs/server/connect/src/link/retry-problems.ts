import { Injectable } from '@nestjs/common';
import { Clock, JobQueue, Transactional } from '@bureau/platform';
import { SalesforceOutbox, type WhichProblems } from '../push/outbox.repository.ts';
import { pushWaiting } from '../push/push.job.ts';

/** Tries again what failed: one record, one reason, one object, or everything. */
@Injectable()
export class RetryProblems {
  constructor(
    private readonly outbox: SalesforceOutbox,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** How many records that are. */
  async run(which: WhichProblems): Promise<number> {
    const count = await this.mark(which);
    await this.queue.add(pushWaiting, {});
    return count;
  }

  @Transactional()
  protected mark(which: WhichProblems): Promise<number> {
    return this.outbox.retry(which, this.clock.now());
  }
}

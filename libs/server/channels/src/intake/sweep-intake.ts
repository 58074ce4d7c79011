import { Inject, Injectable } from '@nestjs/common';
import { Clock, Every, JobQueue, LOG, type Log } from '@bureau/platform';
import { IntakeRepository } from './intake.repository.ts';
import { processIntake } from './process-intake.job.ts';

/** A job that has not begun after this long was lost, or never added. */
const PATIENCE_MS = 15_000;

/** An item is woken once in a slot: a job that used up its attempts while the database was away blocks its id for good. */
const SLOT_MS = 300_000;

/** Looks after items that wait: the ledger decides what is to be done, the queue only wakes somebody up. */
@Injectable()
export class SweepIntake {
  constructor(
    private readonly intake: IntakeRepository,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {
    queue.onStorageLost(() => this.wake(this.clock.now()));
  }

  @Every('10s', 'intake.sweep')
  async sweep(): Promise<void> {
    await this.wake(new Date(this.clock.now().getTime() - PATIENCE_MS));
  }

  private async wake(before: Date): Promise<void> {
    const waiting = await this.intake.findWaiting(before);
    if (waiting.length === 0) return;
    this.log.info({ items: waiting.length }, 'Waking intake items that wait.');
    const slot = Math.floor(this.clock.now().getTime() / SLOT_MS);
    await this.queue.addMany(
      processIntake,
      waiting.map((intakeId) => ({ id: `${intakeId}-${slot}`, payload: { intakeId } })),
    );
  }
}

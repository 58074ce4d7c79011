import { Inject, Injectable } from '@nestjs/common';
import { JobQueue, LOG, type Log } from '@bureau/platform';
import { processIntake } from './process-intake.job.ts';

/**
 * Tells the queue of new items without anybody waiting for it. What arrives while it is being told goes in one go
 * afterwards: a burst costs few writes.
 */
@Injectable()
export class WakeIntake {
  private waiting: number[] = [];
  private isTelling = false;

  constructor(
    private readonly queue: JobQueue,
    @Inject(LOG) private readonly log: Log,
  ) {}

  later(intakeIds: readonly number[]): void {
    this.waiting.push(...intakeIds);
    if (!this.isTelling) void this.tell();
  }

  private async tell(): Promise<void> {
    this.isTelling = true;
    while (this.waiting.length > 0) await this.add(this.waiting.splice(0));
    this.isTelling = false;
  }

  /** The ledger is the queue of record: a job that cannot be added now is added by the sweep. */
  private async add(intakeIds: readonly number[]): Promise<void> {
    try {
      await this.queue.addMany(
        processIntake,
        intakeIds.map((intakeId) => ({ id: `${intakeId}`, payload: { intakeId } })),
      );
    } catch (error) {
      this.log.warn({ err: error, intakeIds }, 'What came in is safe but waits for the sweep.');
    }
  }
}

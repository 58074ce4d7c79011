import { Inject, Injectable } from '@nestjs/common';
import { Clock, Every, JobQueue, LOG, SystemLog, type Log } from '@bureau/platform';
import { ChangeDelivery } from './change-delivery.ts';
import { nextAttemptAt } from './delivery-schedule.ts';
import { deliver } from './deliver.job.ts';
import { DeliveryRepository, type DueDelivery } from './delivery.repository.ts';
import { ScheduleDelivery } from './schedule-delivery.ts';

/** A wake-up that is so late was lost, or waits behind many others. */
const PATIENCE_MS = 15_000;

/** A delivery is woken once in a slot, so that a long queue does not grow by its own sweeps. */
const SLOT_MS = 300_000;

/** A message that was being sent so often when a worker died waits as if it had been refused. */
const DEATHS_IN_A_ROW = 3;

/** Looks after deliveries that nobody looks after: lost wake-ups, and workers that died while handing over. */
@Injectable()
export class SweepDeliveries {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly changeDelivery: ChangeDelivery,
    private readonly schedule: ScheduleDelivery,
    private readonly queue: JobQueue,
    private readonly systemLog: SystemLog,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {
    queue.onStorageLost(() => this.run({ patienceMs: 0 }));
  }

  @Every('10s', 'delivery.sweep')
  async sweep(): Promise<void> {
    await this.run({ patienceMs: PATIENCE_MS });
  }

  /** A claim has had its patience when it runs out; a person learns within a minute that a message hangs in the air. */
  private async run({ patienceMs }: { patienceMs: number }): Promise<void> {
    const now = this.clock.now();
    const due = await this.deliveries.findDue({ dueBy: new Date(now.getTime() - patienceMs), now });
    for (const delivery of due.filter(({ state }) => state === 'sending')) await this.settle(delivery);
    await this.wake(due.filter(({ state }) => state === 'pending'));
  }

  private async wake(pending: DueDelivery[]): Promise<void> {
    if (pending.length === 0) return;
    this.log.info({ deliveries: pending.length }, 'Waking deliveries that wait.');
    const slot = Math.floor(this.clock.now().getTime() / SLOT_MS);
    const jobs = pending.map(({ id, attempts }) => ({ id: `${id}-${attempts}-${slot}`, payload: { deliveryId: id } }));
    await this.queue.addMany(deliver, jobs);
  }

  /**
   * Without the mark that the end was about to leave, nothing has been sent: it waits again. Between mark and record lies
   * the one moment that nobody can look into: a person decides, no second copy leaves. Into networks one can look.
   */
  private async settle(delivery: DueDelivery): Promise<void> {
    const { id, attempts } = delivery;
    if ((!delivery.ending || delivery.looks) && (await this.waitAgain(delivery))) return;
    const settled = await this.changeDelivery.run(id, {
      from: ['sending'],
      attempt: attempts,
      to: 'unknown',
      response: 'The desk stopped while it handed the message over; whether it arrived is not known.',
    });
    if (!settled) return;
    await this.systemLog.write({
      level: 'error',
      part: 'delivery',
      message:
        'The desk stopped while it handed a message over, so it may or may not have arrived. It is not sent again by itself; ask the customer, then settle it in its case.',
      details: { deliveryId: id, attempt: attempts },
    });
  }

  /** At once, but for a message that workers die of. False: its end is about to leave after all. */
  private async waitAgain({ id, attempts, dueSince, looks }: DueDelivery): Promise<boolean> {
    const now = this.clock.now();
    const next = attempts <= DEATHS_IN_A_ROW ? now : nextAttemptAt({ dueSince, now, random: Math.random() });
    const response = looks
      ? 'The desk stopped while it posted the message; it looks what stands there before it goes on.'
      : 'The desk stopped before the message was handed over.';
    const change = { from: ['sending'], attempt: attempts, unended: !looks, response } as const;
    const changed = await this.changeDelivery.run(
      id,
      next ? { ...change, to: 'pending', nextAttemptAt: next } : { ...change, to: 'failed' },
    );
    if (changed) await this.schedule.run(id);
    return changed;
  }
}

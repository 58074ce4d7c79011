import { Injectable } from '@nestjs/common';
import { Clock, JobQueue } from '@bureau/platform';
import { deliver } from './deliver.job.ts';
import { DeliveryRepository } from './delivery.repository.ts';

/** Sees to it that somebody wakes up when a delivery may leave. */
@Injectable()
export class ScheduleDelivery {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** Safe to repeat: the job's id is the attempt, and whoever comes too early or too late finds nothing to claim. */
  async run(deliveryId: number): Promise<void> {
    const pending = await this.deliveries.findPending(deliveryId);
    if (!pending) return;
    const delayMs = Math.max(0, pending.nextAttemptAt.getTime() - this.clock.now().getTime());
    await this.queue.add(deliver, { deliveryId }, { id: `${deliveryId}-${pending.attempts}`, delayMs });
  }
}

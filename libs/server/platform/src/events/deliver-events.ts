import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/index.ts';
import { HandlesJob, JobQueue } from '../jobs/index.ts';
import { LOG, type Log } from '../logging/index.ts';
import { deliverEvents, dispatchEvent } from './event.jobs.ts';
import { HandledEvents, type Delivery } from './handled-events.ts';
import { inOneDelivery } from './once-per-delivery.ts';
import { SubscriberRegistry } from './subscriber-registry.ts';

/**
 * Gives events to their subscribers. The effect and the note of it are one transaction, so it happens once; and one
 * transaction serves many, in the order in which they happened. Where one of them fails, all are taken back, and each goes
 * alone, with its own attempts: a subscriber that fails holds back no other.
 */
@Injectable()
export class DeliverEvents {
  constructor(
    private readonly database: Database,
    private readonly handled: HandledEvents,
    private readonly registry: SubscriberRegistry,
    private readonly queue: JobQueue,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @HandlesJob(deliverEvents)
  async together({ deliveries }: { deliveries: Delivery[] }): Promise<void> {
    try {
      await this.deliver(deliveries);
    } catch (error) {
      this.log.info({ err: error, deliveries: deliveries.length }, 'Events could not be delivered together.');
      await this.queue.addMany(dispatchEvent, deliveries.map(alone));
    }
  }

  @HandlesJob(dispatchEvent)
  async one(delivery: Delivery): Promise<void> {
    await this.deliver([delivery]);
  }

  private deliver(deliveries: readonly Delivery[]): Promise<void> {
    return this.queue.transaction(this.database, () =>
      inOneDelivery(async () => {
        for (const { payload, subscribers } of await this.handled.claim(deliveries)) {
          for (const subscriber of subscribers) await this.registry.run(subscriber, payload);
        }
      }),
    );
  }
}

/** As a job of its own, which is added once however often it is asked for. */
export function alone(delivery: Delivery): { id: string; payload: Delivery } {
  return { id: `${delivery.eventId}-${delivery.subscriber}`, payload: delivery };
}

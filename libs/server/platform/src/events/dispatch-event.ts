import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.ts';
import { HandlesJob } from '../jobs/index.ts';
import { dispatchEvent } from './outbox-relay.ts';
import { SubscriberRegistry } from './subscriber-registry.ts';

/** Gives one event to one subscriber; the effect and the record of it are one transaction, so it happens once. */
@Injectable()
export class DispatchEvent {
  constructor(
    private readonly database: Database,
    private readonly registry: SubscriberRegistry,
  ) {}

  @HandlesJob(dispatchEvent)
  async run({ eventId, subscriber }: { eventId: number; subscriber: string }): Promise<void> {
    await this.database.transaction(async () => {
      const event = await this.database.row<{ payload: unknown }>(
        `WITH claimed AS (
           INSERT INTO handled_events (event_id, subscriber)
           SELECT id, $2 FROM outbox WHERE id = $1
           ON CONFLICT DO NOTHING RETURNING event_id
         ) SELECT payload FROM outbox JOIN claimed ON claimed.event_id = outbox.id`,
        [eventId, subscriber],
      );
      if (event) await this.registry.run(subscriber, event.payload);
    });
  }
}

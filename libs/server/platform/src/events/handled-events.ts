import { Injectable } from '@nestjs/common';
import { Database, statement } from '../database/index.ts';

/** An event for one of those who react to it. */
export interface Delivery {
  eventId: number;
  subscriber: string;
}

export interface ClaimedEvent {
  payload: unknown;
  /** Those who have yet to hear of it. */
  subscribers: string[];
}

/** In the order in which it happened, whatever the order of the question; who claims the same at the same time waits. */
const CLAIM = statement(
  'handled-events.claim',
  `WITH claimed AS (
     INSERT INTO handled_events (event_id, subscriber)
     SELECT outbox.id, wanted.subscriber FROM unnest($1::bigint[], $2::text[]) AS wanted (event_id, subscriber)
     JOIN outbox ON outbox.id = wanted.event_id
     ORDER BY outbox.id, wanted.subscriber
     ON CONFLICT DO NOTHING RETURNING event_id, subscriber
   )
   SELECT outbox.payload, claimed.subscribers
   FROM (SELECT event_id, array_agg(subscriber ORDER BY subscriber) AS subscribers FROM claimed GROUP BY event_id) claimed
   JOIN outbox ON outbox.id = claimed.event_id ORDER BY outbox.id`,
);

/** Who has handled which event: noted in the transaction of the effect, which therefore happens once. */
@Injectable()
export class HandledEvents {
  constructor(private readonly database: Database) {}

  /** Notes all as handled; gives those that nobody had handled before. */
  claim(deliveries: readonly Delivery[]): Promise<ClaimedEvent[]> {
    return this.database.rows<ClaimedEvent & Record<string, unknown>>(CLAIM, [
      deliveries.map(({ eventId }) => eventId),
      deliveries.map(({ subscriber }) => subscriber),
    ]);
  }
}

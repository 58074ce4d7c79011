import { z } from 'zod';
import { defineJob } from '../jobs/index.ts';

const Delivery = z.object({ eventId: z.number(), subscriber: z.string() });

const PATIENCE = {
  // About a day: longer than any outage that leaves the desk standing.
  attempts: 150,
  backoff: { type: 'exponential', delayMs: 1000, maxMs: 600_000 },
} as const;

/** Some events, each for all who react to it: the usual way. */
export const deliverEvents = defineJob('event.deliver', z.object({ deliveries: z.array(Delivery) }), {
  ...PATIENCE,
  concurrency: 4,
});

/** One event for one subscriber: the way of what could not be delivered together with others. */
export const dispatchEvent = defineJob('event.dispatch', Delivery, { ...PATIENCE, concurrency: 8 });

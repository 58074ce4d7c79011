import { defineJob } from '@bureau/platform';
import { z } from 'zod';

/** Hands one message to the outside. The delivery's own row says when and how often; the job only wakes somebody up. */
export const deliver = defineJob('delivery.send', z.object({ deliveryId: z.number() }), {
  attempts: 5,
  concurrency: 8,
  // Longer than the most patient session: connecting, greeting, and five minutes for an answer to the whole message.
  timeoutMs: 900_000,
  rememberMs: 0,
  // Cut off after its end has left, a message would be one that nobody knows about.
  claims: true,
});

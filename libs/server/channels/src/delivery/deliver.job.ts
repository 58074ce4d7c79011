import { defineJob } from '@bureau/platform';
import { z } from 'zod';

/** Hands one message to the outside. The delivery's own row says when and how often; the job only wakes somebody up. */
export const deliver = defineJob('delivery.send', z.object({ deliveryId: z.number() }), {
  attempts: 5,
  concurrency: 8,
  timeoutMs: 180_000,
  rememberMs: 0,
});

import { defineJob } from '@bureau/platform';
import { z } from 'zod';

/** Makes one attempt. The call's own row says when and how often; the job only wakes somebody up. */
export const callWebhook = defineJob('webhook.call', z.object({ callId: z.number() }), {
  attempts: 3,
  concurrency: 4,
  timeoutMs: 60_000,
  rememberMs: 0,
});

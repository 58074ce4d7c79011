import { defineJob } from '@bureau/platform';
import { z } from 'zod';

/** Sends what waits to Salesforce; what fails waits in a row of its own, not in the queue. */
export const pushWaiting = defineJob('salesforce.push', z.object({}), {
  attempts: 1,
  concurrency: 2,
  timeoutMs: 600_000,
  rememberMs: 0,
});

import { defineJob } from '@bureau/platform';
import { z } from 'zod';

/** Goes on with the first sync for a while; its rows know how far it is. */
export const runFirstSync = defineJob('first-sync.run', z.object({}), {
  attempts: 1,
  concurrency: 1,
  timeoutMs: 600_000,
  rememberMs: 0,
});

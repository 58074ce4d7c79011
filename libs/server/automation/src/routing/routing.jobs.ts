import { defineJob } from '@bureau/platform';
import { z } from 'zod';

/** Looks for an agent for a case. What is lost of it, the sweep makes up for. */
export const matchCase = defineJob('routing.match-case', z.object({ caseId: z.number() }), {
  attempts: 3,
  backoff: { type: 'fixed', delayMs: 1_000 },
  concurrency: 2,
  rememberMs: 0,
});

import { defineJob } from '@bureau/platform';
import { z } from 'zod';

const settings = { attempts: 3, backoff: { type: 'fixed', delayMs: 1_000 }, concurrency: 2, rememberMs: 0 } as const;

/** Looks for an agent for a case. What is lost of it, the sweep makes up for. */
export const matchCase = defineJob('routing.match-case', z.object({ caseId: z.number() }), settings);

/** Looks for a case for an agent who is free. */
export const callAgent = defineJob('routing.call-agent', z.object({ userId: z.number() }), settings);

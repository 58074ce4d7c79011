import { defineJob } from '@bureau/platform';
import { z } from 'zod';

/** Finds out what an inbound mail is and what becomes of it. */
export const processIntake = defineJob('intake.process', z.object({ intakeId: z.number() }), {
  attempts: 10,
  concurrency: 4,
  timeoutMs: 120_000,
  // The ledger knows what is done; a remembered id would only keep «Run again» from running.
  rememberMs: 0,
});

import { defineJob } from '@bureau/platform';
import { z } from 'zod';

/** Carries a bulk change, or its undo, on to its end. */
export const runBulkChange = defineJob('bulk.run', z.object({ bulkId: z.number() }), {
  concurrency: 2,
  // The row knows how far it is; a remembered id would only keep an undo from running.
  rememberMs: 0,
});

import { ActorStamp } from '@bureau/contracts';
import { defineJob } from '@bureau/platform';
import { z } from 'zod';

/** Takes a deleted label off every case. */
export const removeLabel = defineJob('label.remove', z.object({ labelId: z.number(), actor: ActorStamp }), {
  concurrency: 1,
  timeoutMs: 3_600_000,
});

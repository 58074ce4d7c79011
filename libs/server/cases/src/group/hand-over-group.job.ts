import { ActorStamp } from '@bureau/contracts';
import { defineJob } from '@bureau/platform';
import { z } from 'zod';

/** Gives the cases of a group that was deleted to its successor. */
export const handOverGroup = defineJob(
  'groups.hand-over',
  z.object({ groupId: z.number(), successorId: z.number(), actor: ActorStamp }),
  // The group knows whether anything is left; a remembered id would only keep a second look from happening.
  { rememberMs: 0 },
);

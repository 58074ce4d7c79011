import { z } from 'zod';
import { Id } from '../ids.ts';

/** What happens to sessions. */
export const sessionEvents = {
  /** Somebody signed out, or was; `last`: he has no other session. */
  'session.ended': z.object({ userId: Id, last: z.boolean() }),
} as const;

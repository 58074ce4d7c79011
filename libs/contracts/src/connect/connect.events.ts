import { z } from 'zod';
import { Id } from '../ids.ts';

export const connectEvents = {
  /** Connected, set up, paused, or faring otherwise than before: whoever looks at the integration reads it again. */
  'connect.changed': z.object({ connectionId: Id }),
  /** Somebody signed in, for the first time or again: what is there is to be looked at. */
  'connect.connected': z.object({ connectionId: Id }),
  /** Its keys are to be given back. */
  'connect.disconnected': z.object({ connectionId: Id }),
  /** Somebody wants the complete synchronization to begin, or to go on. */
  'first-sync.begun': z.object({ firstSyncId: Id }),
  /** It got on, or ended. */
  'first-sync.progressed': z.object({ firstSyncId: Id }),
} as const;

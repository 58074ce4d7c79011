import { z } from 'zod';
import { Id } from '../ids.ts';

export const socialEvents = {
  /** Connected, set up, or faring otherwise than before. */
  'social-account.changed': z.object({ accountId: Id }),
  /** Keys are there, new ones or again: the network is to be asked to tell us what happens. */
  'social-account.connected': z.object({ accountId: Id }),
  /** Nothing is read or sent until it is connected again: the network is to tell us nothing. */
  'social-account.paused': z.object({ accountId: Id }),
  /** Its keys are to be given back. */
  'social-account.disconnected': z.object({ accountId: Id }),
} as const;

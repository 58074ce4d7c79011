import { z } from 'zod';
import { ActorStamp } from '../actor.ts';
import { Id } from '../ids.ts';

/** What happens to groups. */
export const groupEvents = {
  /** A group was deleted and hands over what it has; it goes when nothing is left. */
  'group.dissolving': z.object({ groupId: Id, successorId: Id, actor: ActorStamp }),
} as const;

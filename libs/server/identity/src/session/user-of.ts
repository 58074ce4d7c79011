import type { Actor } from '@bureau/contracts';
import { ProblemError } from '@bureau/platform';
import type { UserActor } from '../user/signed-in-user.ts';

/**
 * The user in person, for what concerns his own sign-in: an application that acts for him may not touch it.
 * Throws permission.denied.
 */
export function userOf(actor: Actor): UserActor {
  if (actor.kind !== 'user') throw new ProblemError('permission.denied');
  return actor;
}

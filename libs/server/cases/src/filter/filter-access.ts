import { permits, userIdOf, type Actor } from '@bureau/contracts';
import { groupsOf } from './filter.policy.ts';

/**
 * The condition that keeps the filters `f` whose names somebody may read, as `maySee` of filter.policy.ts decides for one:
 * his own, those of everybody and of his groups while they are in use, and all shared ones where he may edit them.
 * `first` is the number of its first parameter.
 */
export function filterAccess(actor: Actor, first: number): { sql: string; values: unknown[] } {
  return {
    sql: `(f.user_id = $${first} OR f.visibility <> 'user' AND ($${first + 1}::boolean
      OR f.enabled AND (f.visibility = 'everyone' OR f.group_id = ANY($${first + 2}::bigint[]))))`,
    values: [userIdOf(actor) ?? null, permits(actor, 'filters:manage'), groupsOf(actor)],
  };
}

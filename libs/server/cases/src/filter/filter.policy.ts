import { permits, userIdOf, type Actor, type FilterVisibility } from '@bureau/contracts';
import { speaksOf } from '@bureau/domain';
import type { StoredFilter } from './filter.repository.ts';

/** The groups that an actor belongs to. */
export function groupsOf(actor: Actor): readonly number[] {
  return actor.kind === 'user' || actor.kind === 'application' ? actor.access.groupIds : [];
}

/** Whether a filter is among those that somebody works with. */
export function isMine(actor: Actor, { visibility }: { visibility: FilterVisibility }): boolean {
  switch (visibility.for) {
    case 'everyone':
      return true;
    case 'group':
      return groupsOf(actor).includes(visibility.groupId);
    case 'user':
      return userIdOf(actor) === visibility.userId;
  }
}

/** One's own filters are one's own business; what others work with takes filters:manage. */
export function mayEdit(actor: Actor, { visibility }: { visibility: FilterVisibility }): boolean {
  return visibility.for === 'user' ? userIdOf(actor) === visibility.userId : permits(actor, 'filters:manage');
}

/** Whether a filter exists for somebody: the trash only for those who may delete, a disabled one for those who may edit. */
export function maySee(actor: Actor, filter: StoredFilter): boolean {
  const mine = isMine(actor, filter);
  if (speaksOf(filter.conditions, 'case.deleted') && !permits(actor, 'cases:delete'))
    return mayEdit(actor, filter) && mine;
  return (mine && filter.enabled) || mayEdit(actor, filter);
}

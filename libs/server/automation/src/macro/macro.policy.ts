import { permits, userIdOf, type Actor, type Macro } from '@bureau/contracts';

type Owned = Pick<Macro, 'visibility'>;

/** The groups that an actor belongs to. */
export function groupsOf(actor: Actor): readonly number[] {
  return actor.kind === 'user' || actor.kind === 'application' ? actor.access.groupIds : [];
}

/** Whether a macro is among those that somebody works with. */
export function isMine(actor: Actor, { visibility }: Owned): boolean {
  switch (visibility.for) {
    case 'everyone':
      return true;
    case 'groups':
      return visibility.groupIds.some((id) => groupsOf(actor).includes(id));
    case 'user':
      return userIdOf(actor) === visibility.userId;
  }
}

/** One's own macros are one's own business; what others work with takes macros:manage. */
export function mayEdit(actor: Actor, { visibility }: Owned): boolean {
  return visibility.for === 'user' ? userIdOf(actor) === visibility.userId : permits(actor, 'macros:manage');
}

/** Whether it can be put to use. */
export function mayApply(actor: Actor, macro: Owned & Pick<Macro, 'enabled'>): boolean {
  return macro.enabled && isMine(actor, macro);
}

/** Whether a macro exists for somebody: a disabled one for those who may edit it. */
export function maySee(actor: Actor, macro: Owned & Pick<Macro, 'enabled'>): boolean {
  return mayApply(actor, macro) || mayEdit(actor, macro);
}

import type { CaseAccess, CaseScope, Permission } from '@bureau/contracts';

/** What somebody may do and which cases he sees. */
export interface Rights {
  /** May also do what a later version adds. */
  everything: boolean;
  permissions: readonly Permission[];
  access: CaseAccess;
}

/** What of a grant goes beyond the grantor: permissions by name, or a part of what he sees. */
export type Excess = Permission | 'everything' | 'scope' | 'groups' | 'brands';

const BREADTH: Record<CaseScope, number> = { assigned: 0, groups: 1, all: 2 };

/**
 * What somebody with `own` rights lacks of the `wanted` ones. Nobody can hand out, or lay hands on, what he has not
 * himself (security.md S33); an empty list means that he may.
 */
export function excessOf(own: Rights, wanted: Rights): Excess[] {
  if (own.everything) return [];
  const excess: Excess[] = wanted.permissions.filter((permission) => !own.permissions.includes(permission));
  if (wanted.everything) excess.push('everything');
  const { scope, groupIds, brandIds } = wanted.access;
  if (BREADTH[scope] > BREADTH[own.access.scope]) excess.push('scope');
  else if (scope === 'groups' && !reachesGroups(own, groupIds)) excess.push('groups');
  if (!reachesBrands(own, brandIds)) excess.push('brands');
  return excess;
}

export function mayGrant(own: Rights, wanted: Rights): boolean {
  return excessOf(own, wanted).length === 0;
}

/** Whether he sees the cases of these groups himself, so that he may let others see them. */
export function reachesGroups({ everything, access }: Rights, groupIds: readonly number[]): boolean {
  if (everything || access.scope === 'all' || groupIds.length === 0) return true;
  return access.scope === 'groups' && groupIds.every((id) => access.groupIds.includes(id));
}

/** As {@link reachesGroups}, for brands; null means every brand. */
export function reachesBrands({ everything, access }: Rights, brandIds: readonly number[] | null): boolean {
  const { brandIds: own } = access;
  if (everything || own === null) return true;
  return brandIds !== null && brandIds.every((id) => own.includes(id));
}

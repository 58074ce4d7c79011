import type { CaseScope, ChangeRole, Permission, Role } from '@bureau/contracts';

/** What of a role the matrix changes; name and description are changed on the role's own page. */
export type RoleDraft = Pick<ChangeRole, 'permissions' | 'caseScope' | 'ownBrandsOnly' | 'twoFactorRequired'>;

/** What is typed but not saved, by role; a role without an entry is as the desk has it. */
export type Drafts = ReadonlyMap<number, RoleDraft>;

export type Flag = 'ownBrandsOnly' | 'twoFactorRequired';

/** What changes of one role, for the summary before it is saved. */
export interface RoleDifference {
  role: Role;
  gains: Permission[];
  loses: Permission[];
  caseScope?: CaseScope;
  ownBrandsOnly?: boolean;
  twoFactorRequired?: boolean;
  /** How many cells of the matrix differ. */
  count: number;
}

/** A role as it would be. */
export function drafted(role: Role, drafts: Drafts): Role {
  return { ...role, ...drafts.get(role.id) };
}

/** Lets a role allow something, or no longer. */
export function withPermission(drafts: Drafts, role: Role, permission: Permission, isAllowed: boolean): Drafts {
  const { permissions } = drafted(role, drafts);
  const others = permissions.filter((one) => one !== permission);
  return withDraft(drafts, role, { permissions: isAllowed ? [...others, permission] : others });
}

/** Changes fields of a role; what is as the desk has it is no change. */
export function withDraft(drafts: Drafts, role: Role, change: RoleDraft): Drafts {
  const next = new Map(drafts);
  const draft = withoutSame(role, { ...drafts.get(role.id), ...change });
  if (Object.keys(draft).length === 0) next.delete(role.id);
  else next.set(role.id, draft);
  return next;
}

function withoutSame(role: Role, draft: RoleDraft): RoleDraft {
  const { permissions, caseScope, ownBrandsOnly, twoFactorRequired } = draft;
  const allows = permissions && (gainsOf(role, permissions).length > 0 || losesOf(role, permissions).length > 0);
  return {
    ...(allows && { permissions }),
    ...(caseScope !== undefined && caseScope !== role.caseScope && { caseScope }),
    ...(ownBrandsOnly !== undefined && ownBrandsOnly !== role.ownBrandsOnly && { ownBrandsOnly }),
    ...(twoFactorRequired !== undefined && twoFactorRequired !== role.twoFactorRequired && { twoFactorRequired }),
  };
}

/** What differs, role by role, in the order of the roles. */
export function differencesOf(roles: readonly Role[], drafts: Drafts): RoleDifference[] {
  return roles.flatMap((role) => {
    const draft = drafts.get(role.id);
    if (!draft) return [];
    const { permissions = role.permissions, ...rest } = draft;
    const [gains, loses] = [gainsOf(role, permissions), losesOf(role, permissions)];
    return [{ role, gains, loses, ...rest, count: gains.length + loses.length + Object.keys(rest).length }];
  });
}

function gainsOf(role: Role, permissions: readonly Permission[]): Permission[] {
  return permissions.filter((permission) => !role.permissions.includes(permission));
}

function losesOf(role: Role, permissions: readonly Permission[]): Permission[] {
  return role.permissions.filter((permission) => !permissions.includes(permission));
}

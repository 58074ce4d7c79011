import { Permission, type Actor, type CaseScope } from '@bureau/contracts';

export type UserActor = Extract<Actor, { kind: 'user' }>;

/** What {@link SIGNED_IN_USER} selects. */
export interface SignedInUserRow {
  userId: number;
  name: string;
  everything: boolean;
  permissions: Permission[];
  scope: CaseScope;
  groupIds: number[];
  brandIds: number[] | null;
}

/** Columns of `users u JOIN roles r ON r.id = u.role_id`: who somebody is, what he may do and which rows he may see. */
export const SIGNED_IN_USER = `
  u.id AS "userId", u.name, r.everything, r.permissions, r.case_scope AS scope,
  ARRAY(SELECT group_id FROM group_members WHERE user_id = u.id ORDER BY group_id) AS "groupIds",
  CASE WHEN r.own_brands_only THEN ARRAY(
    SELECT brand_id FROM user_brands WHERE user_id = u.id
    UNION SELECT served.brand_id FROM group_members mine JOIN group_brands served USING (group_id)
          WHERE mine.user_id = u.id) END AS "brandIds"`;

/** The actor of a user. Permissions that this version does not know any more are left out. */
export function actorOf({
  userId,
  name,
  everything,
  permissions,
  scope,
  groupIds,
  brandIds,
}: SignedInUserRow): UserActor {
  return {
    kind: 'user',
    userId,
    name,
    permissions: Permission.options.filter((permission) => everything || permissions.includes(permission)),
    access: { scope, groupIds, brandIds },
  };
}

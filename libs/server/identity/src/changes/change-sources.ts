import type { ChangeSource } from '@bureau/platform';

/** The contract `UserRecord`. */
export const USERS: ChangeSource = {
  table: 'users',
  json: `'createdAt', x.created_at, 'name', x.name, 'publicName', x.public_name, 'email', x.email, 'roleId', x.role_id,
    'disabledAt', x.disabled_at`,
};

/** The contract `GroupRecord`. */
export const GROUPS: ChangeSource = {
  table: 'groups',
  json: `'createdAt', x.created_at, 'name', x.name,
    'userIds', ARRAY(SELECT user_id FROM group_members WHERE group_id = x.id ORDER BY user_id)`,
};

/** The contract `BrandRecord`. */
export const BRANDS: ChangeSource = {
  table: 'brands',
  json: `'createdAt', x.created_at, 'name', x.name, 'slug', x.slug`,
};

import { permits, userIdOf } from '@bureau/contracts';
import { byNumber, byUser } from '../resource/condition.ts';
import { everyRow, type Source } from '../resource/source.ts';
import { link, time, timeOf, type Expression } from '../resource/sql.ts';

/** Told to those who manage users, and to the user himself. */
const lastSignIn: Expression = (actor, { bind }) =>
  permits(actor, 'users:manage')
    ? timeOf('u.last_sign_in_at')
    : `CASE WHEN u.id = ${bind(userIdOf(actor) ?? null)}::bigint THEN ${timeOf('u.last_sign_in_at')} END`;

export const USERS: Source = {
  class: 'user',
  from: 'users u JOIN roles r ON r.id = u.role_id',
  id: 'u.id',
  where: 'true',
  access: everyRow,
  keys: {
    user: byUser('u.id = $'),
    group: byNumber('u.id IN (SELECT w.user_id FROM group_members w WHERE w.group_id = $)'),
  },
  members: {
    id: 'u.id',
    name: 'u.name',
    public_name: "coalesce(nullif(u.public_name, ''), u.name)",
    email: 'u.email',
    email_verified: 'u.password_hash IS NOT NULL',
    avatar: 'NULL::text',
    level: `CASE WHEN r.key = 'billing-administrator' THEN 'siteadmin_billing' WHEN r.everything THEN 'siteadmin'
      WHEN r.key = 'flex-agent' THEN 'flexagent' ELSE 'agent' END`,
    created_at: time('u.created_at'),
    updated_at: time('u.updated_at'),
    current_login_at: lastSignIn,
    last_login_at: lastSignIn,
    available: 'u.available',
    deleted: 'u.disabled_at IS NOT NULL',
  },
  links: {
    self: link('/users/{u.id}', 'user'),
    preferences: link('/users/{u.id}/preferences', 'user_preference'),
    searches: link('/users/{u.id}/searches', 'search'),
    groups: link('/users/{u.id}/groups', 'group'),
    macros: link('/users/{u.id}/macros', 'macro'),
    filters: link('/users/{u.id}/filters', 'filter'),
    integration_urls: link('/users/{u.id}/integration_urls', 'integration_url'),
  },
  sorts: { id: 'u.id', name: 'u.name', created_at: 'u.created_at', updated_at: 'u.updated_at' },
  // Who asks comes first (desk-api-v2.md 3.8).
  lead: (actor, { bind }) => `u.id IS DISTINCT FROM ${bind(userIdOf(actor) ?? null)}::bigint`,
  perPage: 1000,
};

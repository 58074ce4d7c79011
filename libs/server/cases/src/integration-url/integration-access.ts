import { permits, userIdOf, type Actor } from '@bureau/contracts';
import type { AccessClause } from '@bureau/identity';

/**
 * The condition that keeps the integrations `i` that somebody is shown beside cases: those in use that are everybody's, of his
 * groups or his own, and for his role. `first` is the number of its first parameter.
 */
export function shownTo(actor: Actor, first: number): AccessClause {
  const groupIds = actor.kind === 'user' || actor.kind === 'application' ? actor.access.groupIds : [];
  return {
    kind: 'integrations',
    sql: `i.enabled AND (i.visibility = 'everyone' OR i.user_id = $${first}::bigint OR i.group_id = ANY($${first + 1}::bigint[]))
      AND (i.role_ids = '{}' OR (SELECT w.role_id FROM users w WHERE w.id = $${first}::bigint) = ANY(i.role_ids))`,
    values: [userIdOf(actor) ?? null, groupIds],
  };
}

/** As {@link shownTo}, with all others for those who manage them. */
export function integrationAccess(actor: Actor, first: number): AccessClause {
  const shown = shownTo(actor, first + 1);
  return {
    kind: 'integrations',
    sql: `$${first}::boolean OR (${shown.sql})`,
    values: [permits(actor, 'integrations:manage'), ...shown.values],
  };
}

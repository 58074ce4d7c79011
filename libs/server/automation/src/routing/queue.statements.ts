import { HEAD_START } from '@bureau/domain';
import type { RoutingPolicy } from '@bureau/contracts';

/*
 * Placeholders: $1 the agent, $2 now, $3 channels with room, $4 the agent's groups, $5 since when what he passed is not
 * offered again, $6 his languages, $7 the only case wanted, or null.
 */
export const FIRST_OF_CONDITIONS = 8;

/** Of each priority so many of one's own, and of those who are out of office, are looked at beside what is nobody's. */
const OWN = 20;

const WAITS = 'coalesce(c.waiting_since, c.active_at)';

/** What must hold of the row itself: asked once more when it is locked, whatever it was when it was found. */
const FREE = `c.deleted_at IS NULL AND c.spam_at IS NULL AND c.snoozed_at IS NULL
  AND c.status IN ('new', 'open', 'pending') AND c.channel = ANY($3::text[])
  AND (c.group_id IS NULL OR c.group_id = ANY($4::bigint[]))
  AND (c.locked_until IS NULL OR c.locked_until <= $2 OR c.locked_by = $1)`;
const MINE = `(c.assignee_id = $1 AND c.waiting_since IS NOT NULL
  OR c.assignee_id <> $1 AND c.assignee_id = ANY (SELECT user_id FROM absent))`;
const NOT_PASSED = `NOT EXISTS (SELECT FROM routing_offers o WHERE o.case_id = c.id AND o.ended_at IS NULL)
  AND NOT EXISTS (SELECT FROM routing_offers o WHERE o.case_id = c.id AND o.user_id = $1
    AND o.outcome IN ('declined', 'timed-out') AND o.ended_at > $5)`;

/** Those for whom the agent stands in today. */
const ABSENT = `SELECT a.user_id FROM routing_agents a
  WHERE a.stand_in_id = $1 AND a.out_from <= $2 AND a.out_until > $2`;

/** Who has the customer's latest other case: he answered him last. */
export const lastHandlerOf = (c: string) => `(SELECT p.assignee_id FROM cases p
  WHERE p.customer_id = ${c}.customer_id AND p.id <> ${c}.id AND p.assignee_id IS NOT NULL AND p.deleted_at IS NULL
  ORDER BY p.active_at DESC, p.id DESC LIMIT 1)`;

/** One filter's part of the front. */
export interface Branch {
  /** Which of the filters asked. */
  place: number;
  policy: RoutingPolicy;
  /** Its conditions and the agent's rights, as SQL on `c`. */
  where: string;
}

/** The front of the queue of some filters: `depth` cases of each priority. */
export function frontSql(branches: readonly Branch[], { depth, one }: { depth: number; one: boolean }): string {
  const parts = branches.map((branch) => branchSql(branch, { depth, one }));
  return `WITH absent AS MATERIALIZED (${ABSENT}), front AS MATERIALIZED (${parts.join(' UNION ALL ')})`;
}

/**
 * Whose turn it is in the front; the row is locked, and what others have locked is passed by. No row: the front is empty;
 * one without an id: all of it is held by others. Not prepared: a plan for all values would read every waiting case and
 * sort, where a plan for these reads the few that come first.
 */
export function takeFirst(front: string): string {
  return `${front},
    taken AS (SELECT f.*, c.channel, c.status, c.assignee_id AS "assigneeId" FROM front f JOIN cases c ON c.id = f.id
      WHERE ${FREE} AND (c.assignee_id IS NULL OR ${MINE})
      ORDER BY f.turn, f.id, f.place LIMIT 1 FOR NO KEY UPDATE OF c SKIP LOCKED)
    SELECT taken.* FROM (SELECT FROM front LIMIT 1) waiting LEFT JOIN taken ON true`;
}

export function idsIn(front: string): string {
  return `${front} SELECT id FROM front`;
}

function branchSql({ place, policy, where }: Branch, { depth, one }: { depth: number; one: boolean }): string {
  const wanted = one ? 'c.id = $7::bigint' : '$7::bigint IS NULL';
  // «IS TRUE» keeps other indexes out of it: in the order of waiting, a few rows are enough.
  const rest = `${FREE} AND ${NOT_PASSED} AND ${wanted} AND (${where}) IS TRUE`;
  const columns = `c.id, c.priority, c.language, c.customer_id, ${WAITS} AS waits`;
  const points = policy.caseOrder === 'priority' ? `${HEAD_START.priority} * q.priority` : '0';
  return `SELECT q.id, ${place} AS place, q.waits, q.priority, q.language, q.yours AS "isYours", q.stands AS "standsIn",
      handled."lastHandler", spoken.speaks,
      q.waits - make_interval(mins => ${points} + CASE WHEN q.yours OR q.stands THEN ${HEAD_START.yours} ELSE 0 END
        ${policy.byLastHandler ? `+ CASE WHEN handled."lastHandler" THEN ${HEAD_START.lastHandler} ELSE 0 END` : ''}
        ${policy.byLanguage ? `+ CASE WHEN spoken.speaks THEN ${HEAD_START.language} ELSE 0 END` : ''}) AS turn
    FROM (
      SELECT nobodys.*, false AS yours, false AS stands FROM generate_series(1, 10) AS p (priority) CROSS JOIN LATERAL (
        SELECT ${columns} FROM cases c WHERE c.priority = p.priority AND c.assignee_id IS NULL AND ${rest}
        ORDER BY ${WAITS}, c.id LIMIT ${depth}) nobodys
      UNION ALL (
        SELECT ${columns}, c.assignee_id = $1, c.assignee_id <> $1 FROM cases c
        WHERE c.assignee_id = ANY (ARRAY(SELECT $1::bigint UNION SELECT user_id FROM absent)) AND ${MINE} AND ${rest}
        ORDER BY ${WAITS}, c.id LIMIT ${OWN})
    ) q
    CROSS JOIN LATERAL (SELECT coalesce(left(lower(q.language), 2) = ANY ($6::text[]), false) AS speaks) spoken
    CROSS JOIN LATERAL (SELECT ${policy.byLastHandler ? `coalesce(${lastHandlerOf('q')} = $1, false)` : 'false'}
      AS "lastHandler") handled`;
}

import { Injectable } from '@nestjs/common';
import { Clock, Database, statement } from '@bureau/platform';

/** Somebody who takes new cases at this moment. */
export interface AvailableAgent {
  userId: number;
  name: string;
  /** Cases assigned to him that wait for us: new or open, awake. */
  load: number;
  /** When he was last given a case by turns; null: never. */
  givenAt: Date | null;
}

const IS_OUT = 'coalesce(a.out_from <= $1 AND a.out_until > $1, false)';

const AVAILABLE = statement(
  'routing.available-agents',
  `SELECT u.id AS "userId", u.name, a.given_at AS "givenAt",
     (SELECT count(*) FROM cases c WHERE c.assignee_id = u.id AND c.deleted_at IS NULL AND c.spam_at IS NULL
        AND c.snoozed_at IS NULL AND c.status IN ('new', 'open')) AS load
   FROM users u JOIN roles r ON r.id = u.role_id LEFT JOIN routing_agents a ON a.user_id = u.id
   WHERE u.disabled_at IS NULL AND u.available AND NOT ${IS_OUT}
     AND (r.everything OR 'routing:work' = ANY (r.permissions))
     AND ($2::bigint IS NULL OR EXISTS (SELECT FROM group_members m WHERE m.group_id = $2 AND m.user_id = u.id))
   ORDER BY a.given_at NULLS FIRST, u.id`,
);

const GAVE = statement(
  'routing.gave',
  `INSERT INTO routing_agents (user_id, given_at) VALUES ($1, $2)
   ON CONFLICT (user_id) DO UPDATE SET given_at = excluded.given_at`,
);

const STAND_IN = statement(
  'routing.stand-in',
  `WITH RECURSIVE way (user_id, hop) AS (
     SELECT $2::bigint, 0
     UNION ALL
     SELECT a.stand_in_id, hop + 1 FROM way JOIN routing_agents a ON a.user_id = way.user_id
     WHERE ${IS_OUT} AND a.stand_in_id IS NOT NULL AND hop < 5)
   SELECT way.user_id AS "userId" FROM way JOIN users u ON u.id = way.user_id AND u.disabled_at IS NULL
   ORDER BY hop DESC LIMIT 1`,
);

/** Turns of one group are taken one after the other, also by several processes. */
const TURN = 'SELECT pg_advisory_xact_lock(180, coalesce($1::integer, 0))';

/**
 * Who could be given a case, for whatever assigns by itself: available, not out of office, allowed to work what routing
 * hands out. In turn: whoever has waited longest for a case comes first.
 */
@Injectable()
export class AvailableAgents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Of a group, or (null) of the whole desk. */
  of(groupId: number | null): Promise<AvailableAgent[]> {
    return this.database.rows<AvailableAgent>(AVAILABLE, [this.clock.now(), groupId]);
  }

  /**
   * As {@link of}; until the end of the transaction nobody else chooses of the same group. Say with {@link gave} who was
   * chosen: he is the last of the next turn.
   */
  async ofInTurn(groupId: number | null): Promise<AvailableAgent[]> {
    await this.database.run(TURN, [groupId]);
    return this.of(groupId);
  }

  async gave(userId: number): Promise<void> {
    await this.database.run(GAVE, [userId, this.clock.now()]);
  }

  /** Whoever stands in for somebody who is out of office, and in for him; else the same person. */
  async standInFor(userId: number): Promise<number> {
    const row = await this.database.row<{ userId: number }>(STAND_IN, [this.clock.now(), userId]);
    return row?.userId ?? userId;
  }
}

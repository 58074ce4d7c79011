import { Injectable } from '@nestjs/common';
import { Channel, type PausedBy, type RoutingCapacity, type RoutingSettings } from '@bureau/contracts';
import type { PlayingAgent } from '@bureau/domain';
import { Clock, Database, statement } from '@bureau/platform';

/** An agent as routing keeps him. */
export interface RoutingAgent {
  userId: number;
  playing: boolean;
  filterId: number | null;
  available: boolean;
  isOut: boolean;
  /** Only what was set for him. */
  capacity: Partial<RoutingCapacity>;
  languages: string[];
}

/** Somebody who plays and could be called, with the filter that he plays. */
export interface Player extends PlayingAgent {
  filterId: number | null;
}

const IS_OUT = 'coalesce(a.out_from <= $2 AND a.out_until > $2, false)';
const AGENT = `a.user_id AS "userId", a.playing, a.filter_id AS "filterId", u.available, ${IS_OUT} AS "isOut",
  a.capacity, a.languages`;

const BEGIN = statement('routing.begin', 'INSERT INTO routing_agents (user_id) VALUES ($1) ON CONFLICT DO NOTHING');
const SEEN = statement(
  'routing.seen',
  `UPDATE routing_agents a SET seen_at = $2 FROM users u WHERE u.id = a.user_id AND a.user_id = $1 RETURNING ${AGENT}`,
);
const LOCK = statement(
  'routing.lock-agent',
  `SELECT ${AGENT} FROM routing_agents a JOIN users u ON u.id = a.user_id WHERE a.user_id = $1 AND $2::timestamptz IS NOT NULL
   FOR NO KEY UPDATE OF a SKIP LOCKED`,
);
const IN_HAND = statement(
  'routing.in-hand',
  `SELECT channel, count(*) AS count FROM routing_offers
   WHERE user_id = $1 AND ended_at IS NULL AND accepted_at IS NOT NULL GROUP BY channel`,
);
const PLAYERS = statement(
  'routing.players',
  `SELECT a.user_id AS "userId", a.filter_id AS "filterId", a.capacity, a.languages, a.given_at AS "givenAt",
     ARRAY(SELECT m.group_id FROM group_members m WHERE m.user_id = a.user_id) AS "groupIds",
     (SELECT coalesce(jsonb_object_agg(h.channel, h.count), '{}') FROM (SELECT o.channel, count(*) FROM routing_offers o
        WHERE o.user_id = a.user_id AND o.ended_at IS NULL AND o.accepted_at IS NOT NULL GROUP BY 1) h) AS "inHand",
     EXISTS (SELECT FROM routing_offers o
        WHERE o.user_id = a.user_id AND o.ended_at IS NULL AND o.accepted_at IS NULL) AS "isAsked"
   FROM routing_agents a JOIN users u ON u.id = a.user_id
   WHERE a.playing AND u.available AND u.disabled_at IS NULL AND NOT coalesce(a.out_from <= $1 AND a.out_until > $1, false)
     AND a.seen_at > $2
   ORDER BY a.given_at NULLS FIRST, a.user_id`,
);
const PLAY = statement(
  'routing.play',
  `UPDATE routing_agents SET playing = true, filter_id = $3, paused_by = NULL, timeouts = 0, seen_at = $2,
     since = CASE WHEN playing THEN since ELSE $2 END WHERE user_id = $1`,
);
const PAUSE = statement(
  'routing.pause',
  `UPDATE routing_agents SET playing = false, paused_by = $3, since = $2 WHERE user_id = $1 AND playing RETURNING user_id`,
);
const GONE = statement(
  'routing.gone',
  `SELECT user_id AS "userId" FROM routing_agents WHERE playing AND seen_at <= $1 ORDER BY user_id`,
);

/** The only place that speaks SQL for agents as routing has them. */
@Injectable()
export class RoutingAgentRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** His console has given a sign of life. Nobody else gives him a case until the end of the transaction. */
  async seen(userId: number): Promise<RoutingAgent | undefined> {
    return this.database.row<RoutingAgent>(SEEN, [userId, this.clock.now()]);
  }

  /** Undefined also while somebody else decides about him. */
  async lock(userId: number): Promise<RoutingAgent | undefined> {
    return this.database.row<RoutingAgent>(LOCK, [userId, this.clock.now()]);
  }

  /** There is a row for him from now on. */
  async begin(userId: number): Promise<void> {
    await this.database.run(BEGIN, [userId]);
  }

  async play(userId: number, filterId: number | null): Promise<void> {
    await this.begin(userId);
    await this.database.run(PLAY, [userId, this.clock.now(), filterId]);
  }

  /** False when he did not play. */
  async pause(userId: number, by: PausedBy): Promise<boolean> {
    return (await this.database.run(PAUSE, [userId, this.clock.now(), by])) > 0;
  }

  /** He has answered an offer: those that he let pass before are forgotten. */
  async answered(userId: number): Promise<void> {
    const sql = 'UPDATE routing_agents SET timeouts = 0, seen_at = $2 WHERE user_id = $1';
    await this.database.run(sql, [userId, this.clock.now()]);
  }

  /** Channel → cases in hand. */
  async inHand(userId: number): Promise<Partial<Record<Channel, number>>> {
    const rows = await this.database.rows<{ channel: Channel; count: number }>(IN_HAND, [userId]);
    return Object.fromEntries(rows.map(({ channel, count }) => [channel, count]));
  }

  /** Only what was set for him. */
  async capacityOf(userId: number): Promise<Partial<RoutingCapacity>> {
    const sql = 'SELECT capacity FROM routing_agents WHERE user_id = $1';
    return (await this.database.row<Pick<RoutingAgent, 'capacity'>>(sql, [userId]))?.capacity ?? {};
  }

  /** Those who play and are there, in turn. */
  async players({ graceSeconds, capacity }: RoutingSettings): Promise<Player[]> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - graceSeconds * 1000);
    const rows = await this.database.rows<PlayerRow>(PLAYERS, [now, since]);
    return rows.map((row) => ({
      ...row,
      capacity: { ...capacity, ...row.capacity },
      givenAt: row.givenAt?.getTime() ?? null,
    }));
  }

  /** Those who play although nothing has been heard of them since. */
  async silentSince(at: Date): Promise<number[]> {
    return (await this.database.rows<{ userId: number }>(GONE, [at])).map(({ userId }) => userId);
  }

  /** Their consoles have a line to the desk. */
  async markSeen(userIds: readonly number[]): Promise<void> {
    if (userIds.length === 0) return;
    const sql = 'UPDATE routing_agents SET seen_at = $2 WHERE user_id = ANY($1::bigint[]) AND playing';
    await this.database.run(sql, [userIds, this.clock.now()]);
  }
}

interface PlayerRow extends Omit<Player, 'capacity' | 'givenAt'> {
  capacity: Partial<RoutingCapacity>;
  givenAt: Date | null;
}

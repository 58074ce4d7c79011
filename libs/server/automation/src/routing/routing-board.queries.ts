import { Injectable } from '@nestjs/common';
import type {
  Actor,
  BoardAgent,
  BoardFilter,
  Channel,
  RoutingBoard,
  RoutingCapacity,
  RoutingSettings,
} from '@bureau/contracts';
import { whyNotRouted } from '@bureau/domain';
import { caseAccess, FilteredCases } from '@bureau/cases';
import { Clock, Database, statement } from '@bureau/platform';
import { CaseToGiveQueries } from './case-to-give.queries.ts';
import { RoutedFilters, type RoutedFilter } from './routed-filters.ts';
import { RoutingAgentRepository, type Player } from './routing-agent.repository.ts';
import { RoutingSettingsRepository } from './routing-settings.repository.ts';
import { loadOf, ROUTED_CASE, ROUTED_FILTER } from './routing-state.queries.ts';

/** So many cases of each filter are explained. */
const FRONT = 10;

const HELD = (which: string, fields: string) => `(SELECT coalesce(json_agg(json_build_object('caseId', c.id,
  'subject', c.subject, ${fields}) ORDER BY o.id), '[]') FROM routing_offers o JOIN cases c ON c.id = o.case_id
  WHERE o.user_id = u.id AND o.ended_at IS NULL AND ${which})`;

/** Everybody who plays, has played, or could: whoever may work what routing hands out. */
const AGENTS = statement(
  'routing.board-agents',
  `SELECT json_build_object('id', u.id, 'name', u.name) AS "user", a.paused_by AS "pausedBy", a.since,
     CASE WHEN coalesce(a.out_from <= $1 AND a.out_until > $1, false) THEN 'out' WHEN NOT u.available THEN 'away'
       WHEN a.playing THEN 'playing' ELSE 'paused' END AS state,
     CASE WHEN f.id IS NOT NULL THEN ${ROUTED_FILTER} END AS filter,
     ${HELD('o.accepted_at IS NULL AND o.expires_at > $1', `'expiresAt', o.expires_at`)} -> 0 AS offer,
     ${HELD('o.accepted_at IS NOT NULL', `'channel', o.channel, 'since', o.accepted_at`)} AS "inHand",
     coalesce(a.capacity, '{}') AS capacity, coalesce(a.languages, '{}') AS languages,
     CASE WHEN a.out_until > $1 THEN json_build_object('from', a.out_from, 'until', a.out_until,
       'standIn', CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.name) END) END AS absence
   FROM users u JOIN roles r ON r.id = u.role_id LEFT JOIN routing_agents a ON a.user_id = u.id
     LEFT JOIN filters f ON f.id = a.filter_id LEFT JOIN users s ON s.id = a.stand_in_id
   WHERE u.disabled_at IS NULL AND u.password_hash IS NOT NULL AND (r.everything OR 'routing:work' = ANY (r.permissions))
   ORDER BY coalesce(a.playing, false) DESC, u.name, u.id LIMIT 500`,
);

interface AgentRow extends Omit<BoardAgent, 'load' | 'since'> {
  since: Date | null;
  capacity: Partial<RoutingCapacity>;
}

/** Who is given cases and does what, what waits, and what keeps it from being offered. */
@Injectable()
export class RoutingBoardQueries {
  constructor(
    private readonly database: Database,
    private readonly filters: RoutedFilters,
    private readonly cases: FilteredCases,
    private readonly toGive: CaseToGiveQueries,
    private readonly agents: RoutingAgentRepository,
    private readonly settings: RoutingSettingsRepository,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor): Promise<RoutingBoard> {
    const settings = await this.settings.get();
    const rows = await this.database.rows<AgentRow>(AGENTS, [this.clock.now()]);
    const players = await this.agents.players(settings);
    const filters: BoardFilter[] = [];
    for (const routed of await this.filters.all())
      filters.push(await this.waitingIn(actor, routed, { settings, players }));
    return { agents: rows.map((row) => presentAgent(row, settings)), filters };
  }

  private async waitingIn(
    actor: Actor,
    { filter, policy }: RoutedFilter,
    { settings, players }: { settings: RoutingSettings; players: readonly Player[] },
  ): Promise<BoardFilter> {
    const { id, key, name } = filter;
    const conditions = { match: 'all' as const, conditions: [filter.conditions, UNASSIGNED] };
    const counted = await this.cases.count(actor, { conditions, named: true });
    const sort = { field: 'waitingSince', direction: 'asc' } as const;
    const { found } = await this.cases.places(actor, { conditions, sort, limit: FRONT, named: true });
    const front = await this.explain(
      actor,
      found.map((place) => place.id),
      {
        settings,
        players: players.filter(({ filterId }) => filterId === null || filterId === id),
      },
    );
    const oldestSince = front[0]?.waitingSince ?? null;
    return { filter: { id, key, name }, policy, waiting: counted.count, more: counted.more, oldestSince, front };
  }

  private async explain(
    actor: Actor,
    caseIds: readonly number[],
    { settings, players }: { settings: RoutingSettings; players: readonly Player[] },
  ): Promise<BoardFilter['front']> {
    if (caseIds.length === 0) return [];
    const access = caseAccess(actor, 2);
    const rows = await this.database.rows<{ one: Omit<BoardFilter['front'][number], 'why'> }>(
      `SELECT json_build_object(${ROUTED_CASE}) AS one FROM cases c JOIN customers p ON p.id = c.customer_id
       WHERE c.id = ANY ($1::bigint[]) AND ${access.sql} ORDER BY coalesce(c.waiting_since, c.active_at), c.id`,
      [caseIds, ...access.values],
    );
    const found = new Map((await this.toGive.of(caseIds, settings.declinedMinutes)).map((one) => [one.id, one]));
    return rows.flatMap(({ one }) => {
      const given = found.get(one.id);
      return given && !given.isHeld ? [{ ...one, why: whyNotRouted(given, players) }] : [];
    });
  }
}

/** What is somebody's waits for him, not for routing. */
const UNASSIGNED = { field: 'case.assignee', operator: 'is-empty' } as const;

function presentAgent({ since, ...row }: AgentRow, settings: RoutingSettings): BoardAgent {
  const inHand: Partial<Record<Channel, number>> = {};
  for (const { channel } of row.inHand) inHand[channel] = (inHand[channel] ?? 0) + 1;
  return {
    ...row,
    since: since?.toISOString() ?? null,
    load: loadOf(inHand, { ...settings.capacity, ...row.capacity }),
  };
}

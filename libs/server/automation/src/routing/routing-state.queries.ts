import { Injectable } from '@nestjs/common';
import { Channel, type RoutingCapacity, type RoutingOffer, type RoutingState } from '@bureau/contracts';
import type { UserActor } from '@bureau/identity';
import { Clock, Database, statement } from '@bureau/platform';
import { RoutedFilters } from './routed-filters.ts';
import { RoutingSettingsRepository } from './routing-settings.repository.ts';

/** Columns of `cases c JOIN customers p`. */
export const ROUTED_CASE = `'id', c.id, 'subject', c.subject, 'channel', c.channel, 'priority', c.priority,
  'customer', json_build_object('id', p.id, 'name', p.name), 'waitingSince', coalesce(c.waiting_since, c.active_at)`;
export const ROUTED_FILTER = `json_build_object('id', f.id, 'key', f.key, 'name', f.name)`;

const STATE = statement(
  'routing.state',
  `SELECT coalesce(a.playing, false) AS playing, a.filter_id AS "filterId", a.since, a.paused_by AS "pausedBy",
     coalesce(a.auto_accept, false) AS "autoAccept", coalesce(a.sound, true) AS sound, coalesce(a.capacity, '{}') AS capacity,
     CASE WHEN a.out_until > $2 THEN json_build_object('from', a.out_from, 'until', a.out_until, 'standInId', a.stand_in_id)
       END AS absence,
     (SELECT coalesce(json_object_agg(h.channel, h.count), '{}') FROM (SELECT o.channel, count(*) FROM routing_offers o
        WHERE o.user_id = $1 AND o.ended_at IS NULL AND o.accepted_at IS NOT NULL GROUP BY 1) h) AS "inHand",
     (SELECT json_build_object('id', o.id, 'case', json_build_object(${ROUTED_CASE}),
        'filter', CASE WHEN f.id IS NOT NULL THEN ${ROUTED_FILTER} END,
        'reasons', o.reasons, 'offeredAt', o.offered_at, 'expiresAt', o.expires_at,
        'secondsLeft', ceil(extract(epoch FROM o.expires_at - $2))::integer)
      FROM routing_offers o JOIN cases c ON c.id = o.case_id JOIN customers p ON p.id = c.customer_id
        LEFT JOIN filters f ON f.id = o.filter_id
      WHERE o.user_id = $1 AND o.ended_at IS NULL AND o.accepted_at IS NULL AND o.expires_at > $2) AS offer
   FROM (SELECT $1::bigint AS id) me LEFT JOIN routing_agents a ON a.user_id = me.id`,
);

interface StateRow extends Omit<RoutingState, 'since' | 'load' | 'filters' | 'whenAway'> {
  since: Date | null;
  capacity: Partial<RoutingCapacity>;
  inHand: Partial<Record<Channel, number>>;
  offer: RoutingOffer | null;
}

/** Where routing has somebody. */
@Injectable()
export class RoutingStateQueries {
  constructor(
    private readonly database: Database,
    private readonly filters: RoutedFilters,
    private readonly settings: RoutingSettingsRepository,
    private readonly clock: Clock,
  ) {}

  async of(actor: UserActor): Promise<RoutingState> {
    const row = await this.database.row<StateRow>(STATE, [actor.userId, this.clock.now()]);
    if (!row) throw new Error('Nobody is asked about.');
    const { since, capacity, inHand, ...state } = row;
    const filters = await this.filters.of(actor, null);
    const settings = await this.settings.get();
    return {
      ...state,
      since: since?.toISOString() ?? null,
      whenAway: settings.whenAway,
      load: loadOf(inHand, { ...settings.capacity, ...capacity }),
      filters: filters.map(({ filter: { id, key, name } }) => ({ id, key, name })),
    };
  }
}

/** Every channel with how much there is of it. */
export function loadOf(inHand: Partial<Record<Channel, number>>, capacity: RoutingCapacity): RoutingState['load'] {
  return Channel.options.map((channel) => ({ channel, inHand: inHand[channel] ?? 0, capacity: capacity[channel] }));
}

import { Injectable } from '@nestjs/common';
import type { Channel, RoutingReason } from '@bureau/contracts';
import { Clock, Database, statement } from '@bureau/platform';
import type { QueuedCase } from './front-of-queue.ts';

/** An offer that has ended, or been answered. */
export interface EndedOffer {
  caseId: number;
  userId: number;
}

const OFFER = statement(
  'routing.offer',
  `WITH offer AS (
     INSERT INTO routing_offers (case_id, user_id, filter_id, channel, case_status, assignee_id, reasons, offered_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id),
   marked AS (UPDATE cases SET route_status = 'assigned' WHERE id = $1 AND EXISTS (SELECT FROM offer)),
   given AS (UPDATE routing_agents SET given_at = $8 WHERE user_id = $2 AND EXISTS (SELECT FROM offer))
   SELECT id FROM offer`,
);
const OPEN = statement(
  'routing.open-offer',
  'SELECT id FROM routing_offers WHERE user_id = $1 AND ended_at IS NULL AND accepted_at IS NULL',
);
const ACCEPT = statement(
  'routing.accept',
  `WITH accepted AS (
     UPDATE routing_offers SET accepted_at = $3 WHERE id = $1 AND user_id = $2
       AND ended_at IS NULL AND accepted_at IS NULL AND expires_at > $3
     RETURNING case_id, user_id),
   awake AS (UPDATE routing_agents a SET timeouts = 0, seen_at = $3 FROM accepted WHERE a.user_id = accepted.user_id)
   SELECT case_id AS "caseId", user_id AS "userId" FROM accepted`,
);

/** One that somebody gives back because he leaves. */
export interface LeftOffer extends EndedOffer {
  channel: Channel;
}

/** Ends the offers that `which` finds, gives their cases back and tells whose they were. $1 is now, $2 the outcome. */
function ending(name: string, which: string) {
  return statement(
    `routing.${name}`,
    `WITH over AS (SELECT o.id FROM routing_offers o WHERE o.ended_at IS NULL AND ${which} ORDER BY o.id FOR UPDATE),
     ended AS (UPDATE routing_offers o SET ended_at = $1, outcome = $2 FROM over WHERE o.id = over.id
       RETURNING o.case_id, o.user_id, o.channel),
     freed AS (UPDATE cases c SET route_status = 'available' FROM ended
       WHERE c.id = ended.case_id AND c.route_status = 'assigned')
     SELECT case_id AS "caseId", user_id AS "userId", channel FROM ended`,
  );
}

const DECLINE = ending('decline', 'o.id = $3 AND o.user_id = $4 AND o.accepted_at IS NULL AND o.expires_at > $1');
const WITHDRAW = ending('withdraw', 'o.id = $3');
const GIVE_BACK = ending('give-back', 'o.user_id = $3 AND o.accepted_at IS NULL');
const GIVE_BACK_ALL = ending('give-back-all', 'o.user_id = $3');

const ANY_OVER = statement(
  'routing.any-over',
  'SELECT id FROM routing_offers WHERE ended_at IS NULL AND accepted_at IS NULL AND expires_at <= $1 LIMIT 1',
);

/** Those that ran out, each by whoever comes first; their agents pause when they have let too many pass. */
const EXPIRE = statement(
  'routing.expire',
  `WITH over AS (SELECT o.id FROM routing_offers o
     WHERE o.ended_at IS NULL AND o.accepted_at IS NULL AND o.expires_at <= $1
     ORDER BY o.id LIMIT 500 FOR UPDATE SKIP LOCKED),
   ended AS (UPDATE routing_offers o SET ended_at = $1, outcome = 'timed-out' FROM over WHERE o.id = over.id
     RETURNING o.case_id, o.user_id),
   freed AS (UPDATE cases c SET route_status = 'available' FROM ended
     WHERE c.id = ended.case_id AND c.route_status = 'assigned'),
   counted AS (UPDATE routing_agents a SET timeouts = a.timeouts + 1,
       playing = a.playing AND a.timeouts + 1 < s.timeouts_before_pause,
       paused_by = CASE WHEN a.playing AND a.timeouts + 1 >= s.timeouts_before_pause THEN 'timeouts' ELSE a.paused_by END,
       since = CASE WHEN a.playing AND a.timeouts + 1 >= s.timeouts_before_pause THEN $1 ELSE a.since END
     FROM ended, routing_settings s WHERE a.user_id = ended.user_id)
   SELECT case_id AS "caseId", user_id AS "userId" FROM ended`,
);

/**
 * Those that no longer make sense: somebody else has or got the case, or it needs nobody any more; and those in hand that
 * are done with: answered, settled, put to sleep, handed on. $2 is a case, or null for every one.
 */
const SETTLE = statement(
  'routing.settle',
  `WITH over AS (SELECT o.id FROM routing_offers o JOIN cases c ON c.id = o.case_id
     WHERE o.ended_at IS NULL AND ($2::bigint IS NULL OR o.case_id = $2) AND (
       c.status IN ('resolved', 'closed') OR c.status = 'pending' AND o.case_status <> 'pending'
       OR c.deleted_at IS NOT NULL OR c.spam_at IS NOT NULL OR c.snoozed_at IS NOT NULL
       OR CASE WHEN o.accepted_at IS NULL
            THEN c.assignee_id IS DISTINCT FROM o.assignee_id OR c.locked_until > $1 AND c.locked_by <> o.user_id
            ELSE c.assignee_id IS DISTINCT FROM o.user_id OR c.replied_at > o.accepted_at END)
     ORDER BY o.id FOR UPDATE OF o),
   ended AS (UPDATE routing_offers o SET ended_at = $1, outcome = CASE WHEN o.accepted_at IS NULL THEN 'withdrawn' ELSE 'finished' END
     FROM over WHERE o.id = over.id RETURNING o.case_id, o.user_id),
   freed AS (UPDATE cases c SET route_status = 'available' FROM ended
     WHERE c.id = ended.case_id AND c.route_status = 'assigned' AND c.assignee_id IS NULL)
   SELECT case_id AS "caseId", user_id AS "userId" FROM ended`,
);

/** The only place that speaks SQL for offers. The database itself keeps a case from being held twice. */
@Injectable()
export class OfferRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What is on offer to somebody at the moment. */
  async openOf(userId: number): Promise<number | undefined> {
    return (await this.database.row<{ id: number }>(OPEN, [userId]))?.id;
  }

  /** Undefined when somebody holds the case already. */
  async offer(
    userId: number,
    one: QueuedCase,
    { reasons, seconds }: { reasons: RoutingReason[]; seconds: number },
  ): Promise<number | undefined> {
    const now = this.clock.now();
    const row = await this.database.row<{ id: number }>(OFFER, [
      one.id,
      userId,
      one.routed.filter.id,
      one.channel,
      one.status,
      one.assigneeId,
      JSON.stringify(reasons),
      now,
      new Date(now.getTime() + seconds * 1000),
    ]);
    return row?.id;
  }

  /** A case that a colleague left: it is in his hands at once, without being offered. */
  async handTo(userId: number, caseId: number): Promise<void> {
    await this.database.run(
      `INSERT INTO routing_offers
         (case_id, user_id, channel, case_status, assignee_id, reasons, offered_at, expires_at, accepted_at)
       SELECT id, $2, channel, status, $2, '[]', $3, $3, $3 FROM cases WHERE id = $1`,
      [caseId, userId, this.clock.now()],
    );
  }

  /** Undefined when it is over, or of somebody else. */
  async accept(offerId: number, userId: number): Promise<EndedOffer | undefined> {
    return this.database.row<EndedOffer>(ACCEPT, [offerId, userId, this.clock.now()]);
  }

  async decline(offerId: number, userId: number): Promise<EndedOffer | undefined> {
    return this.database.row<EndedOffer>(DECLINE, [this.clock.now(), 'declined', offerId, userId]);
  }

  async withdraw(offerId: number): Promise<EndedOffer[]> {
    return this.database.rows<EndedOffer>(WITHDRAW, [this.clock.now(), 'withdrawn', offerId]);
  }

  /** What is offered to somebody; with `inHand`, what he has accepted too. */
  async giveBack(userId: number, { inHand }: { inHand: boolean }): Promise<LeftOffer[]> {
    return this.database.rows<LeftOffer>(inHand ? GIVE_BACK_ALL : GIVE_BACK, [this.clock.now(), 'given-back', userId]);
  }

  async anyOver(): Promise<boolean> {
    return (await this.database.row(ANY_OVER, [this.clock.now()])) !== undefined;
  }

  async expire(): Promise<EndedOffer[]> {
    return this.database.rows<EndedOffer>(EXPIRE, [this.clock.now()]);
  }

  async settle(caseId: number | null): Promise<EndedOffer[]> {
    return this.database.rows<EndedOffer>(SETTLE, [this.clock.now(), caseId]);
  }
}

import { z } from 'zod';
import { Channel } from '../cases/case.ts';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { UserSummary } from '../identity/user.ts';

/** Channel → how many cases an agent has in hand at once. */
const count = z.number().int('Write a whole number.').min(0, 'At least 0.').max(100, 'At most 100.');
export const RoutingCapacity = z.strictObject({
  email: count,
  phone: count,
  chat: count,
  twitter: count,
  facebook: count,
  qna: count,
});
export type RoutingCapacity = z.infer<typeof RoutingCapacity>;

/** Channels on which somebody waits at the other end: they are offered also to an agent who is at work. */
export const LIVE_CHANNELS = ['phone', 'chat'] as const satisfies readonly Channel[];

export const CaseOrder = z.enum(['priority', 'longest-waiting']);
export type CaseOrder = z.infer<typeof CaseOrder>;

export const AgentOrder = z.enum(['round-robin', 'least-busy']);
export type AgentOrder = z.infer<typeof AgentOrder>;

/** How the cases of a filter are handed out. */
export const RoutingPolicy = z.strictObject({
  /** Which case comes first when an agent is free: by priority, then who waits longest; or only who waits longest. */
  caseOrder: CaseOrder,
  /** Which agent comes first when a case arrives and several are free. */
  agentOrder: AgentOrder,
  /** Who speaks the language of the case comes first. */
  byLanguage: z.boolean(),
  /** Who answered the customer last comes first. */
  byLastHandler: z.boolean(),
});
export type RoutingPolicy = z.infer<typeof RoutingPolicy>;

export const DEFAULT_POLICY: RoutingPolicy = {
  caseOrder: 'priority',
  agentOrder: 'round-robin',
  byLanguage: false,
  byLastHandler: false,
};

/** Why a case was offered to somebody: facts, the weightiest first. The console puts them into words. */
export const RoutingReason = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('priority'), priority: z.number().int() }),
  z.object({ kind: z.literal('waiting'), since: Timestamp }),
  z.object({ kind: z.literal('language'), language: z.string() }),
  /** You answered this customer last. */
  z.object({ kind: z.literal('last-handler') }),
  /** It is yours, and the customer has answered. */
  z.object({ kind: z.literal('yours') }),
  /** It is of a colleague who is out of office; you stand in. */
  z.object({ kind: z.literal('stand-in') }),
]);
export type RoutingReason = z.infer<typeof RoutingReason>;

const RoutedFilter = z.object({ id: Id, key: z.string().nullable(), name: z.string() });
const RoutedCase = z.object({
  id: Id,
  subject: z.string(),
  channel: Channel,
  priority: z.number().int(),
  customer: z.object({ id: Id, name: z.string() }),
  waitingSince: Timestamp,
});

/** A case that is reserved for one agent until it is accepted, declined, or the time is over. */
export const RoutingOffer = z.object({
  id: Id,
  case: RoutedCase,
  filter: RoutedFilter.nullable(),
  reasons: z.array(RoutingReason),
  offeredAt: Timestamp,
  expiresAt: Timestamp,
  /** By the desk's clock, which the reader's may not agree with. */
  secondsLeft: z.number().int(),
});
export type RoutingOffer = z.infer<typeof RoutingOffer>;

export const PausedBy = z.enum(['self', 'timeouts', 'away', 'gone', 'out']);
export type PausedBy = z.infer<typeof PausedBy>;

export const ChannelLoad = z.object({ channel: Channel, inHand: z.number().int(), capacity: z.number().int() });
export type ChannelLoad = z.infer<typeof ChannelLoad>;

const moment = z.iso.datetime({ offset: true, error: 'Choose day and time.' }).pipe(Timestamp);
/** Out of office: not available from then until then; whoever stands in gets the cases. */
export const Absence = z.strictObject({ from: moment, until: moment, standInId: Id.nullable() });
export type Absence = z.infer<typeof Absence>;

const AbsenceWithNames = z.object({ from: Timestamp, until: Timestamp, standIn: UserSummary.nullable() });

/** Somebody who is out of office, or will be: for whoever assigns cases. */
export const AbsentUser = AbsenceWithNames.extend({ user: UserSummary });
export type AbsentUser = z.infer<typeof AbsentUser>;

/** What becomes of the cases in hand of somebody who goes away. */
export const WhenAway = z.enum(['keep', 'give-back', 'reassign']);
export type WhenAway = z.infer<typeof WhenAway>;

/** Where routing has me. */
export const RoutingState = z.object({
  playing: z.boolean(),
  /** What I play; null: every filter that routes. */
  filterId: Id.nullable(),
  since: Timestamp.nullable(),
  /** Why I pause; null while I play, or when I never have. */
  pausedBy: PausedBy.nullable(),
  autoAccept: z.boolean(),
  sound: z.boolean(),
  /** Out of office now, or at a time to come. */
  absence: Absence.nullable(),
  /** What becomes of my cases in hand when I go away or am out of office: as the desk has set. */
  whenAway: WhenAway,
  offer: RoutingOffer.nullable(),
  load: z.array(ChannelLoad),
  /** The filters that I could play. */
  filters: z.array(RoutedFilter),
});
export type RoutingState = z.infer<typeof RoutingState>;

export const Play = z.strictObject({ filterId: Id.nullable().default(null) });
export type Play = z.infer<typeof Play>;

export const ChangeRoutingPreferences = z.strictObject({ autoAccept: z.boolean(), sound: z.boolean() }).partial();
export type ChangeRoutingPreferences = z.infer<typeof ChangeRoutingPreferences>;

export const SetAbsence = z.strictObject({
  absence: Absence.refine(({ from, until }) => Date.parse(from) < Date.parse(until), {
    path: ['until'],
    message: 'Choose a time after the beginning.',
  }).nullable(),
});
export type SetAbsence = z.infer<typeof SetAbsence>;

const whole = (from: number, to: number) =>
  z.number().int('Write a whole number.').min(from, `At least ${from}.`).max(to, `At most ${to}.`);

export const RoutingSettings = z.object({
  /** For how long an offer is kept for its agent. */
  offerSeconds: whole(10, 600),
  /** After so many offers in a row that were let pass, the agent is paused. */
  timeoutsBeforePause: whole(1, 20),
  /** What was declined or let pass is not offered to the same agent for so long. */
  declinedMinutes: whole(1, 1440),
  /** An agent whose console has been silent for so long is gone: paused, his offer given back. */
  graceSeconds: whole(60, 3600),
  /** What becomes of the cases in hand of somebody who is away. */
  whenAway: WhenAway,
  capacity: RoutingCapacity,
});
export type RoutingSettings = z.infer<typeof RoutingSettings>;

export const ChangeRoutingSettings = z.strictObject(RoutingSettings.shape).partial();
export type ChangeRoutingSettings = z.infer<typeof ChangeRoutingSettings>;

/** What an administrator sets for one agent; channels that are not named are as the desk has them. */
export const ChangeRoutingAgent = z
  .strictObject({
    capacity: RoutingCapacity.partial(),
    languages: z
      .array(z.string().regex(/^[a-z]{2}$/, 'Write languages as two small letters, such as de.'))
      .max(20, 'At most 20.'),
  })
  .partial();
export type ChangeRoutingAgent = z.infer<typeof ChangeRoutingAgent>;

/** What keeps a case from being offered at the moment. */
export const WhyNotRouted = z.enum([
  /** Nobody plays who may see it. */
  'nobody-plays',
  /** It belongs to a group of which nobody plays. */
  'group',
  /** Everybody who could has as many of this channel as they may. */
  'capacity',
  /** Everybody who could has declined it, or let it pass. */
  'declined',
  /** Those who could are at work on others, and take it with Next. */
  'at-work',
  /** It is about to be offered. */
  'soon',
]);
export type WhyNotRouted = z.infer<typeof WhyNotRouted>;

export const BoardAgent = z.object({
  user: UserSummary,
  state: z.enum(['playing', 'paused', 'away', 'out']),
  pausedBy: PausedBy.nullable(),
  since: Timestamp.nullable(),
  filter: RoutedFilter.nullable(),
  offer: z.object({ caseId: Id, subject: z.string(), expiresAt: Timestamp }).nullable(),
  inHand: z.array(z.object({ caseId: Id, subject: z.string(), channel: Channel, since: Timestamp })),
  load: z.array(ChannelLoad),
  /** Only what was set for this agent. */
  capacity: RoutingCapacity.partial(),
  languages: z.array(z.string()),
  /** Out of office now, or at a time to come. */
  absence: AbsenceWithNames.nullable(),
});
export type BoardAgent = z.infer<typeof BoardAgent>;

export const BoardFilter = z.object({
  filter: RoutedFilter,
  policy: RoutingPolicy,
  /** Cases that wait to be offered, at most 1,000. */
  waiting: z.number().int(),
  more: z.boolean(),
  oldestSince: Timestamp.nullable(),
  /** The front of the queue, the first few. */
  front: z.array(RoutedCase.extend({ why: WhyNotRouted })),
});
export type BoardFilter = z.infer<typeof BoardFilter>;

export const RoutingBoard = z.object({ agents: z.array(BoardAgent), filters: z.array(BoardFilter) });
export type RoutingBoard = z.infer<typeof RoutingBoard>;

export const offerParams = z.object({ offerId: IdParam });
export const routedFilterParams = z.object({ filterId: IdParam });
export const routingAgentParams = z.object({ userId: IdParam });

/** News of routing, ids only: for the agent's windows, and for the board. */
export const routingEvents = {
  /** A case is held for somebody from now on: nobody else has to be looked for. */
  'routing.offered': z.object({ userId: Id, caseId: Id }),
  /** Somebody may have become free, or the case. */
  'routing.changed': z.object({ userId: Id, caseId: Id.nullable() }),
  /** Somebody is out of office, will be, or is back. */
  'user.absence-changed': z.object({ userId: Id }),
} as const;

import type { RoutingPolicy, RoutingReason } from '@bureau/contracts';

/** What routing knows of a case that waits, as one agent is asked about it. Times in milliseconds since 1970. */
export interface WaitingCase {
  id: number;
  /** Since when the customer waits; of a case that waits for nobody, since it last moved. */
  waitsSince: number;
  /** 1 to 10. */
  priority: number;
  language: string | null;
  /** It is the agent's already, and the customer has answered. */
  isYours: boolean;
  /** Its agent is out of office, and this one stands in. */
  standsIn: boolean;
  /** This agent answered the customer last. */
  lastHandler: boolean;
  /** This agent speaks its language. */
  speaks: boolean;
}

/**
 * What every preference is worth, in minutes of waiting. So no preference is absolute: a case is overtaken only by those
 * that came less than {@link overtakenForAtMost} after it, and none starves however many more important ones arrive.
 */
export const HEAD_START = {
  /** Of each point of priority. */
  priority: 60,
  yours: 240,
  lastHandler: 120,
  language: 60,
} as const;

const MINUTE = 60_000;

/** By how many minutes a case comes before one that has waited as long and that nothing speaks for. */
export function headStart(one: WaitingCase, policy: RoutingPolicy): number {
  return (
    (policy.caseOrder === 'priority' ? one.priority * HEAD_START.priority : 0) +
    (one.isYours || one.standsIn ? HEAD_START.yours : 0) +
    (policy.byLastHandler && one.lastHandler ? HEAD_START.lastHandler : 0) +
    (policy.byLanguage && one.speaks ? HEAD_START.language : 0)
  );
}

/** When a case has its turn: the earliest is offered first. */
export function turnOf(one: WaitingCase, policy: RoutingPolicy): number {
  return one.waitsSince - headStart(one, policy) * MINUTE;
}

/** By turn; of two at once the older number first. */
export function inTurn(cases: readonly WaitingCase[], policy: RoutingPolicy): WaitingCase[] {
  return cases.toSorted((a, b) => turnOf(a, policy) - turnOf(b, policy) || a.id - b.id);
}

/** No case is overtaken by one that began to wait more minutes after it. */
export function overtakenForAtMost(policy: RoutingPolicy): number {
  return (
    (policy.caseOrder === 'priority' ? 9 * HEAD_START.priority : 0) +
    HEAD_START.yours +
    (policy.byLastHandler ? HEAD_START.lastHandler : 0) +
    (policy.byLanguage ? HEAD_START.language : 0)
  );
}

/** Why this one, the weightiest first: what spoke for it under this policy, and that it waits. */
export function reasonsFor(one: WaitingCase, policy: RoutingPolicy): RoutingReason[] {
  const reasons: RoutingReason[] = [];
  if (one.isYours) reasons.push({ kind: 'yours' });
  if (one.standsIn) reasons.push({ kind: 'stand-in' });
  if (policy.byLastHandler && one.lastHandler) reasons.push({ kind: 'last-handler' });
  if (policy.caseOrder === 'priority') reasons.push({ kind: 'priority', priority: one.priority });
  if (policy.byLanguage && one.speaks && one.language !== null) {
    reasons.push({ kind: 'language', language: one.language });
  }
  reasons.push({ kind: 'waiting', since: new Date(one.waitsSince).toISOString() });
  return reasons;
}

import { RULE_GUARD } from './loop-guard.ts';

/** When a time rule was last applied to a case. Times in milliseconds. */
export interface Crossing {
  version: number;
  at: number;
  /** The case's last activity then. */
  activeAt: number;
  /** The case has left what the rule asks for since. */
  armed: boolean;
  /** The interval in which it was applied … */
  slot: number;
  /** … and in how many in a row. */
  intervals: number;
}

export interface CaseAtTime {
  holds: boolean;
  version: number;
  now: number;
  activeAt: number;
  slot: number;
}

/** `arm`: the case has left, its next crossing counts. `loop`: it came back in too many intervals in a row. */
export type CrossingDecision = 'apply' | 'rest' | 'arm' | 'loop';

/**
 * A time rule is applied when a case comes to be what it asks for, once: not again while it stays so, however often one
 * looks and whatever the clock does. It counts anew when the case has left meanwhile, when somebody has written on it
 * since, or when the rule is another one. A clock that was put back lets no case leave that had not left before.
 */
export function decideCrossing(known: Crossing | null, seen: CaseAtTime): CrossingDecision {
  if (!seen.holds) return known && !known.armed && seen.now >= known.at ? 'arm' : 'rest';
  if (!known) return 'apply';
  const stays = !known.armed && known.version === seen.version && known.activeAt === seen.activeAt;
  if (stays || known.slot === seen.slot) return 'rest';
  return intervalsInARow(known, seen.slot) > RULE_GUARD.intervalsInARow ? 'loop' : 'apply';
}

/** In how many intervals in a row a rule is applied when it is applied in this one too. */
export function intervalsInARow(known: Crossing | null, slot: number): number {
  return known && slot === known.slot + 1 ? known.intervals + 1 : 1;
}

import type { StoredRun } from './rule-runs.queries.ts';

/** Rules that did nothing, of which a run tells in a list of runs; all others it always tells. */
const IDLE_TOLD_AT_MOST = 20;

/**
 * The places of the rules that are told of a run, in their order: a thousand that were not met would hide the one that
 * was. `named`: only these rules.
 */
export function placesTold({ ruleIds, record }: StoredRun, named: ReadonlySet<number> | null): number[] {
  const outcomes = record.outcomes ?? {};
  const isIdle = (place: number) => outcomes[place] === undefined;
  const asked = ruleIds.flatMap((id, place) => (named === null || named.has(id) ? [place] : []));
  const idle = new Set(asked.filter(isIdle).slice(0, IDLE_TOLD_AT_MOST));
  return asked.filter((place) => !isIdle(place) || idle.has(place));
}

/** How many rules of a run were asked and not met. */
export function countNotMet({ ruleIds, record: { outcomes = {}, stoppedAt = Infinity } }: StoredRun): number {
  return ruleIds.filter((_, place) => place < stoppedAt && outcomes[place] === undefined).length;
}

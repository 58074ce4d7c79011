const WINDOW_MS = 15 * 60_000;
/** Each look at the rules is up to three calls, of which X takes 25 in a quarter of an hour on its smallest plan. */
const AT_MOST = 8;

/** Somebody who changes terms all the time must not use up what X allows: the latest terms are told a little later then. */
export class RuleBudget {
  #taken: number[] = [];

  /** Whether X may be asked at `now`, in milliseconds. */
  take(now: number): boolean {
    this.#taken = this.#taken.filter((at) => at > now - WINDOW_MS);
    if (this.#taken.length >= AT_MOST) return false;
    this.#taken.push(now);
    return true;
  }
}

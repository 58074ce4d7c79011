const FIRST_MS = 250;
const LONGEST_MS = 15_000;
/** A run longer than this counts as healthy, and the next failure as a new one. */
const HEALTHY_MS = 60_000;

/** Each call gives the milliseconds to wait before the next try: doubling, at most 15 s, from the start after a healthy minute. */
export function backOff(now: () => number = () => performance.now()): () => number {
  let delay = FIRST_MS;
  let last = Number.NEGATIVE_INFINITY;

  return () => {
    delay = now() - last > HEALTHY_MS ? FIRST_MS : Math.min(delay * 2, LONGEST_MS);
    last = now();
    return delay;
  };
}

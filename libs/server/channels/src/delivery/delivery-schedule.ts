/** After so long without success a message is given up, as RFC 5321 §4.5.4.1 advises: four to five days. */
export const GIVE_UP_AFTER_MS = 5 * 86_400_000;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Pauses between attempts; the last one repeats. */
const PAUSES = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR];

/** At most this share of a pause is added, so that what failed together does not come back together. */
const JITTER = 0.1;

/**
 * When to try again after an attempt at `now` that did not get through; null when it is time to give up. The pause
 * follows from how long it has been tried since `dueSince`. `random` is in [0, 1).
 */
export function nextAttemptAt({ dueSince, now, random }: { dueSince: Date; now: Date; random: number }): Date | null {
  const elapsed = Math.max(0, now.getTime() - dueSince.getTime());
  if (elapsed >= GIVE_UP_AFTER_MS) return null;
  return new Date(now.getTime() + Math.round(pauseAfter(elapsed) * (1 + JITTER * random)));
}

/** The first pause that begins after what has elapsed: 1 m at 0, 5 m from 1 m on, 15 m from 6 m on, … */
function pauseAfter(elapsed: number): number {
  let begins = 0;
  for (const pause of PAUSES) {
    // Attempts take a moment themselves: half a pause late still counts as this one.
    if (elapsed < begins + pause / 2) return pause;
    begins += pause;
  }
  return PAUSES.at(-1) ?? HOUR;
}

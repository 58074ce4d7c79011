import { describe, expect, it } from 'vitest';
import { GIVE_UP_AFTER_MS, nextAttemptAt } from './delivery-schedule.ts';

const MINUTE = 60_000;
const dueSince = new Date('2026-11-21T14:00:00Z');

/** All attempts at a receiver that never takes the message, in minutes since the first. */
function attempts(random: number): number[] {
  const minutes = [0];
  for (let now = dueSince; ;) {
    const next = nextAttemptAt({ dueSince, now, random });
    if (!next) return minutes;
    minutes.push(Math.round((next.getTime() - dueSince.getTime()) / MINUTE));
    now = next;
  }
}

describe('trying again', () => {
  it('comes back soon at first, then ever more rarely, for five days', () => {
    const hours = [1 + 21 / 60, 4 + 21 / 60, 10 + 21 / 60, 22 + 21 / 60];
    expect(attempts(0).slice(0, 8)).toEqual([0, 1, 6, 21, ...hours.map((hour) => Math.round(hour * 60))]);
    expect(attempts(0).at(-1)).toBeGreaterThanOrEqual(GIVE_UP_AFTER_MS / MINUTE);
    expect(attempts(0)).toHaveLength(17);
  });

  it('spreads what failed together, by at most a tenth of the pause', () => {
    for (const random of [0.2, 0.5, 0.999]) {
      const pause = nextAttemptAt({ dueSince, now: dueSince, random })!.getTime() - dueSince.getTime();
      expect(pause).toBeGreaterThan(MINUTE);
      expect(pause).toBeLessThanOrEqual(1.1 * MINUTE);
      expect(attempts(random).length).toBeGreaterThan(14);
    }
  });

  it('keeps to the plan when an attempt itself took long', () => {
    const now = new Date(dueSince.getTime() + 90_000);
    expect(nextAttemptAt({ dueSince, now, random: 0 })).toEqual(new Date(now.getTime() + 5 * MINUTE));
  });

  it('is not led astray by a clock that was set back', () => {
    const now = new Date(dueSince.getTime() - 3_600_000);
    expect(nextAttemptAt({ dueSince, now, random: 0 })).toEqual(new Date(now.getTime() + MINUTE));
  });

  it('gives up after five days', () => {
    const now = new Date(dueSince.getTime() + GIVE_UP_AFTER_MS);
    expect(nextAttemptAt({ dueSince, now, random: 0 })).toBeNull();
  });
});

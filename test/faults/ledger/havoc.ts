import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from './random.ts';

/** Something that can be killed, and started again by whoever watches over it. */
export interface Victim {
  name: string;
  kill(): Promise<void>;
  restart(): Promise<void>;
}

export interface Havoc {
  /** Who was killed, in order; `+` joins those who died together. */
  killed: string[];
  /** Milliseconds since the last kill. */
  sinceLastKill(): number;
}

/**
 * Kills at random moments of the work: each time `progress` (0 to 1) passes one of `kills` random points. Everybody is
 * killed at least once when there are kills enough; now and then two die together.
 */
export async function wreak(
  victims: Victim[],
  { kills, progress, random }: { kills: number; progress: () => number; random: Random },
): Promise<Havoc> {
  const points = Array.from({ length: kills }, () => 0.05 + 0.9 * random.next()).sort((a, b) => a - b);
  const killed: string[] = [];
  let last = performance.now();
  for (const [n, point] of points.entries()) {
    while (progress() < point) await pause(10);
    await pause(random.between(0, 80));

    const chosen = [victims[n % victims.length] ?? random.pick(victims)];
    const second = random.pick(victims);
    if (second !== chosen[0] && random.chance(0.3)) chosen.push(second);
    await Promise.all(chosen.map((victim) => victim.kill()));
    last = performance.now();
    killed.push(chosen.map(({ name }) => name).join('+'));

    await pause(random.between(0, 600));
    await Promise.all(chosen.map((victim) => victim.restart()));
  }
  return { killed, sinceLastKill: () => Math.round(performance.now() - last) };
}

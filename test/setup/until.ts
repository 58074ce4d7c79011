import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks until the answer is yes; returns how many milliseconds that took. What the question throws ends the waiting.
 * @throws Error naming `what` when it did not happen in time.
 */
export async function until(
  holds: () => boolean | Promise<boolean>,
  { what, withinMs, everyMs = 25 }: { what: string; withinMs: number; everyMs?: number },
): Promise<number> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > withinMs) throw new Error(`Waited ${withinMs} ms in vain until ${what}.`);
    await pause(everyMs);
  }
  return Math.round(performance.now() - start);
}

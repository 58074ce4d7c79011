import { setTimeout as pause } from 'node:timers/promises';

/** What came of looking for a case for somebody. Held: what waits is locked at this instant, by whoever writes it. */
export type Decision = 'offered' | 'nothing' | 'held';

/** Milliseconds between two looks: a quarter of a second in all. Whoever writes a case holds it for a few of them. */
const PAUSES = [5, 10, 20, 40, 75, 100] as const;

/**
 * Looks a few times while something waits that is only held for a moment, so that nobody is told that nothing waits.
 * Each look is a transaction of its own: while it pauses, nothing is locked and no connection is kept.
 */
export async function lookAgain(look: () => Promise<Decision>): Promise<Decision> {
  for (const milliseconds of PAUSES) {
    const decision = await look();
    if (decision !== 'held') return decision;
    await pause(milliseconds);
  }
  return look();
}

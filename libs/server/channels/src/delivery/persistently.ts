import { setTimeout as pause } from 'node:timers/promises';

const PAUSES_MS = [250, 500, 1000, 2000, 4000, 8000, 16_000, 16_000];

/**
 * For a write that must not be given up lightly: tries again for about 45 seconds, as long as a database takes to come
 * back. Rejects with the last error.
 */
export async function persistently(work: () => Promise<void>, pauses: readonly number[] = PAUSES_MS): Promise<void> {
  for (const milliseconds of pauses) {
    try {
      return await work();
    } catch {
      await pause(milliseconds);
    }
  }
  return work();
}

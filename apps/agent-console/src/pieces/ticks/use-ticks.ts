import { useState } from 'react';
import { noTicks } from './ticks.ts';
import type { Ticks } from './ticks.ts';

/** The ticks of a list, and how they change. They are gone with the list. */
export function useTicks() {
  const [value, set] = useState<Ticks>(noTicks);
  return { value, set, clear: () => set(noTicks) };
}

export type TickState = ReturnType<typeof useTicks>;

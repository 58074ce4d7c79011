import type { CaseSummary } from '@bureau/contracts';
import { useState } from 'react';
import { settleRows } from './settle-rows.ts';
import type { SettledRows } from './settle-rows.ts';

export interface LiveRows {
  filterId: number;
  fresh: readonly CaseSummary[];
  hasMore: boolean;
  isHeld: boolean;
}

/** The rows as they stand on the screen while the desk's list changes underneath; `adopt` shows the desk's order. */
export function useSettledRows({ filterId, fresh, hasMore, isHeld }: LiveRows): SettledRows & { adopt: () => void } {
  const [screen, setScreen] = useState<{ filterId: number; fresh: readonly CaseSummary[]; settled: SettledRows }>(
    () => ({
      filterId,
      fresh,
      settled: settleRows({ shown: [], fresh, hasMore, isHeld: false }),
    }),
  );
  const adopt = () => setScreen({ filterId, fresh, settled: settleRows({ shown: [], fresh, hasMore, isHeld: false }) });

  const isSame = screen.filterId === filterId && screen.fresh === fresh;
  const mayCatchUp = !isHeld && screen.settled.waiting + screen.settled.left.size > 0;
  if (isSame && !mayCatchUp) return { ...screen.settled, adopt };
  const shown = screen.filterId === filterId ? screen.settled.rows : [];
  const settled = settleRows({ shown, fresh, hasMore, isHeld });
  setScreen({ filterId, fresh, settled });
  return { ...settled, adopt };
}

import type { CaseSummary, CaseView } from '@bureau/contracts';
import { useState } from 'react';
import { settleRows } from './settle-rows.ts';
import type { SettledRows } from './settle-rows.ts';

export interface LiveRows {
  view: CaseView;
  fresh: readonly CaseSummary[];
  hasMore: boolean;
  isHeld: boolean;
}

/** The rows as they stand on the screen while the desk's list changes underneath; `adopt` shows the desk's order. */
export function useSettledRows({ view, fresh, hasMore, isHeld }: LiveRows): SettledRows & { adopt: () => void } {
  const [screen, setScreen] = useState<{ view: CaseView; fresh: readonly CaseSummary[]; settled: SettledRows }>(() => ({
    view,
    fresh,
    settled: settleRows({ shown: [], fresh, hasMore, isHeld: false }),
  }));
  const adopt = () => setScreen({ view, fresh, settled: settleRows({ shown: [], fresh, hasMore, isHeld: false }) });

  const isSame = screen.view === view && screen.fresh === fresh;
  const mayCatchUp = !isHeld && screen.settled.waiting + screen.settled.left.size > 0;
  if (isSame && !mayCatchUp) return { ...screen.settled, adopt };
  const shown = screen.view === view ? screen.settled.rows : [];
  const settled = settleRows({ shown, fresh, hasMore, isHeld });
  setScreen({ view, fresh, settled });
  return { ...settled, adopt };
}

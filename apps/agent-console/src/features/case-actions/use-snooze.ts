import type { Case, Snooze } from '@bureau/contracts';
import { momentWords } from '../../plain/days.ts';
import { useChangeCase } from '../../pieces/change-case/index.ts';
import type { CaseChange } from '../../pieces/change-case/index.ts';
import { actionsWords as words } from './case-actions.words.ts';

/** Lets a case sleep until a time, or (null) until the customer writes, and wakes it. */
export function useSnooze(supportCase: Case) {
  const { frozen, change } = useChangeCase(supportCase);
  const { snooze } = supportCase;
  return {
    frozen,
    sleep: (until: Date | null) => void change(to({ until }), snooze ? back(snooze) : awake),
    wake: () => {
      if (snooze) void change(awake, back(snooze));
    },
  };
}

const awake: CaseChange = { body: { snooze: null }, after: { snooze: null }, said: words.awake };

function to({ until }: { until: Date | null }): CaseChange {
  const iso = until?.toISOString() ?? null;
  const said = iso === null ? words.sleepsOpen : words.sleepsUntil(momentWords(iso));
  return { body: { snooze: { until: iso } }, after: { snooze: { since: new Date().toISOString(), until: iso } }, said };
}

function back(snooze: Snooze): CaseChange {
  return { ...to({ until: snooze.until === null ? null : new Date(snooze.until) }), after: { snooze } };
}

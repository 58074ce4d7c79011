import type { ChangeInBulk } from '@bureau/contracts';

/** Which cases are meant: those that were ticked, or all of a filter, `count` of them as far as the reader knows. */
export type BulkTarget =
  { of: 'cases'; caseIds: readonly number[] } | { of: 'filter'; filterId: number; count: number };

export type BulkWish = Pick<ChangeInBulk, 'changes' | 'deleted' | 'macros'>;

/** What the desk is asked. Of a filter it is told how many the reader has seen, and refuses another number. */
export function bodyOf(target: BulkTarget, wish: BulkWish): ChangeInBulk {
  if (target.of === 'cases') return { ...wish, caseIds: [...target.caseIds] };
  return { ...wish, filterId: target.filterId, expectedCount: target.count };
}

/** Mornings to sleep until, at nine o'clock of the reader's zone; `now` in milliseconds since 1970. */
export function mornings(now: number): { id: 'tomorrow' | 'monday' | 'nextWeek'; at: string }[] {
  const today = new Date(now).getDay();
  const days = { tomorrow: 1, monday: (8 - today) % 7 || 7, nextWeek: 7 } as const;
  const ids = ['tomorrow', 'monday', 'nextWeek'] as const;
  return ids.map((id) => {
    const morning = new Date(now);
    morning.setDate(morning.getDate() + days[id]);
    morning.setHours(9, 0, 0, 0);
    return { id, at: morning.toISOString() };
  });
}

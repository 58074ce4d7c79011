import { describe, expect, it } from 'vitest';
import { afterClosing, close, fitting, keep, MOST_TABS, neighbour, note, noTabs, reopen } from './tab-list.ts';
import type { TabList } from './tab-list.ts';

const tab = (caseId: number) => ({ caseId, title: `Case ${caseId}`, seen: null });
const listOf = (...ids: number[]): TabList => ids.map(tab).reduce(keep, noTabs);
const idsOf = ({ open }: TabList) => open.map(({ caseId }) => caseId);

describe('the tabs of an agent', () => {
  it('a case that is kept twice stays where it is', () => {
    expect(idsOf(keep(listOf(1, 2), tab(1)))).toEqual([1, 2]);
  });

  it('the one closed last comes back first', () => {
    const closed = close(close(listOf(1, 2, 3), 2), 3);
    const first = reopen(closed);
    expect(first.caseId).toBe(3);
    expect(idsOf(reopen(first.list).list)).toEqual([1, 3, 2]);
  });

  it('nothing was closed: nothing comes back', () => {
    expect(reopen(listOf(1))).toMatchObject({ caseId: null });
  });

  it('the oldest leaves when there are too many to be told apart', () => {
    const many = listOf(...Array.from({ length: MOST_TABS + 1 }, (_, index) => index + 1));
    expect(many.open).toHaveLength(MOST_TABS);
    expect(many.open[0]?.caseId).toBe(2);
  });

  it('a note of what is known already changes nothing, so that nobody draws it again', () => {
    const list = note(listOf(1), 1, { title: 'Valve', seen: '2026-11-03' });
    expect(note(list, 1, { title: 'Valve', seen: '2026-11-03' })).toBe(list);
  });
});

describe('moving along the tabs', () => {
  it.each([
    { ids: [1, 2, 3], current: 3, step: 1, to: 1 },
    { ids: [1, 2, 3], current: 1, step: -1, to: 3 },
    { ids: [1, 2, 3], current: null, step: 1, to: 1 },
    { ids: [1], current: 1, step: 1, to: null },
    { ids: [], current: null, step: 1, to: null },
  ] as const)('from $current by $step leads to $to', ({ ids, current, step, to }) => {
    expect(neighbour(ids, current, step)).toBe(to);
  });

  it('closing leads to the next, at the end to the one before', () => {
    expect(afterClosing([1, 2, 3], 2)).toBe(3);
    expect(afterClosing([1, 2, 3], 3)).toBe(2);
    expect(afterClosing([1], 1)).toBeNull();
  });

  it('where room ends, the tab in front is still in sight', () => {
    const { shown, hidden } = fitting([1, 2, 3, 4].map(tab), 4, 2);
    expect(shown.map(({ caseId }) => caseId)).toEqual([1, 4]);
    expect(hidden.map(({ caseId }) => caseId)).toEqual([2, 3]);
  });
});

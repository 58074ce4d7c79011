import { describe, expect, it } from 'vitest';
import { aCaseSummary } from '../../testing/facts.ts';
import { settleRows } from './settle-rows.ts';

const at = (minute: number) => `2026-11-03T10:${String(minute).padStart(2, '0')}:00.000+00:00`;
const row = (id: number, minute: number, subject = `Case ${id}`) => aCaseSummary({ id, subject, activeAt: at(minute) });
const idsOf = (rows: readonly { id: number }[]) => rows.map(({ id }) => id);

describe('a list that is read', () => {
  const shown = [row(3, 30), row(2, 20), row(1, 10)];

  it('takes what comes as long as nobody is in it', () => {
    const settled = settleRows({ shown, fresh: [row(4, 40), ...shown], hasMore: false, isHeld: false });
    expect(idsOf(settled.rows)).toEqual([4, 3, 2, 1]);
  });

  it('lets new cases and moved ones wait', () => {
    const fresh = [row(4, 50), row(1, 45, 'An answer'), row(3, 30), row(2, 20)];
    const settled = settleRows({ shown, fresh, hasMore: false, isHeld: true });
    expect(idsOf(settled.rows)).toEqual([3, 2, 1]);
    expect(settled.waiting).toBe(2);
    expect(settled.rows[2]?.subject).toBe('An answer');
  });

  it('keeps counting a moved case until it is shown in its place', () => {
    const fresh = [row(1, 45), row(3, 30), row(2, 20)];
    const once = settleRows({ shown, fresh, hasMore: false, isHeld: true });
    const twice = settleRows({ shown: once.rows, fresh, hasMore: false, isHeld: true });
    expect(twice.waiting).toBe(1);
  });

  it('keeps a row that left the view in its place, marked', () => {
    const settled = settleRows({ shown, fresh: [row(3, 30), row(1, 10)], hasMore: false, isHeld: true });
    expect(idsOf(settled.rows)).toEqual([3, 2, 1]);
    expect([...settled.left]).toEqual([2]);
  });

  it('does not take a row for gone that only slid beyond the last page', () => {
    const settled = settleRows({ shown, fresh: [row(4, 40), row(3, 30), row(2, 20)], hasMore: true, isHeld: true });
    expect([...settled.left]).toEqual([]);
  });

  it('adds older rows at the end', () => {
    const settled = settleRows({ shown, fresh: [...shown, row(0, 5)], hasMore: false, isHeld: true });
    expect(idsOf(settled.rows)).toEqual([3, 2, 1, 0]);
  });
});

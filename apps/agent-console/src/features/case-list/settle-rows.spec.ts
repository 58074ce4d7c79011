import { describe, expect, it } from 'vitest';
import type { CaseSummary } from '@bureau/contracts';
import { aCaseSummary } from '../../testing/facts.ts';
import { settleRows, withoutLeft } from './settle-rows.ts';
import type { SettledRows } from './settle-rows.ts';

const sort = { field: 'activeAt', direction: 'desc' } as const;
const at = (minute: number) => `2026-11-03T10:${String(minute).padStart(2, '0')}:00.000+00:00`;
const row = (id: number, minute: number, subject = `Case ${id}`) => aCaseSummary({ id, subject, activeAt: at(minute) });
const idsOf = ({ rows }: SettledRows) => rows.map((one) => one.row.id);
const leftOf = ({ rows }: SettledRows) => rows.filter(({ hasLeft }) => hasLeft).map((one) => one.row.id);

const listed = [row(3, 30), row(2, 20), row(1, 10)];
const { rows: shown } = settleRows({ shown: [], fresh: listed, sort, hasMore: false, isHeld: false });
const settle = (fresh: readonly CaseSummary[], more: { hasMore?: boolean; isHeld?: boolean } = {}) =>
  settleRows({ shown, fresh, sort, hasMore: false, isHeld: true, ...more });

describe('a list that is read', () => {
  it('takes what comes as long as nobody is in it', () => {
    expect(idsOf(settle([row(4, 40), ...listed], { isHeld: false }))).toEqual([4, 3, 2, 1]);
  });

  it('lets new cases and moved ones wait', () => {
    const settled = settle([row(4, 50), row(1, 45, 'An answer'), row(3, 30), row(2, 20)]);
    expect(idsOf(settled)).toEqual([3, 2, 1]);
    expect(settled.waiting).toBe(2);
    expect(settled.rows[2]?.row.subject).toBe('An answer');
  });

  it('keeps counting a moved case until it is shown in its place', () => {
    const fresh = [row(1, 45), row(3, 30), row(2, 20)];
    const once = settle(fresh);
    const twice = settleRows({ shown: once.rows, fresh, sort, hasMore: false, isHeld: true });
    expect([once.waiting, twice.waiting]).toEqual([1, 1]);
  });

  it('keeps a row that left the filter in its place, marked, until the reader moves', () => {
    const settled = settle([row(3, 30), row(1, 10)]);
    expect(idsOf(settled)).toEqual([3, 2, 1]);
    expect(leftOf(settled)).toEqual([2]);
    expect(withoutLeft(settled.rows, 1).map((one) => one.row.id)).toEqual([3, 1]);
    expect(withoutLeft(settled.rows, 2)).toBe(settled.rows);
  });

  it('unmarks a row that came back', () => {
    const gone = settle([row(3, 30), row(1, 10)]);
    const back = settleRows({ shown: gone.rows, fresh: listed, sort, hasMore: false, isHeld: true });
    expect(leftOf(back)).toEqual([]);
  });

  it('does not take a row for gone that only slid beyond the last page', () => {
    expect(leftOf(settle([row(4, 40), row(3, 30), row(2, 20)], { hasMore: true }))).toEqual([]);
  });

  it('adds older rows at the end', () => {
    expect(idsOf(settle([...listed, row(0, 5)]))).toEqual([3, 2, 1, 0]);
  });

  it('keeps the very rows of which nothing has changed, so that they are not drawn again', () => {
    expect(settle(listed).rows.every((one, place) => one === shown[place])).toBe(true);
  });
});

import { FilterSort } from '@bureau/contracts';
import type { CaseSummary } from '@bureau/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCaseSummary } from '../../testing/facts.ts';
import { joinParts, orderBy, placeCase } from './place-case.ts';
import type { Listed, Sort } from './place-case.ts';

const newestFirst: Sort = { field: 'activeAt', direction: 'desc' };
const at = (minute: number) => `2026-11-03T10:${String(minute).padStart(2, '0')}:00+00:00`;
const row = (id: number, minute: number) => aCaseSummary({ id, activeAt: at(minute) });
const idsOf = ({ rows }: Listed) => rows.map(({ id }) => id);
const listed: Listed = { rows: [row(3, 30), row(2, 20), row(1, 10)], next: null };

describe('a case that has changed', () => {
  it.each([
    ['moves up when it belongs', row(1, 40), 'belongs', [1, 3, 2]],
    ['comes in at its place', row(4, 25), 'belongs', [3, 4, 2, 1]],
    ['goes when it leaves', row(2, 20), 'leaves', [3, 1]],
    ['changes where it stands while nobody knows', row(1, 50), 'unknown', [3, 2, 1]],
    ['stays away while nobody knows', row(9, 50), 'unknown', [3, 2, 1]],
  ] as const)('%s', (_, changed, verdict, expected) => {
    expect(idsOf(placeCase(listed, changed, { verdict, sort: newestFirst }))).toEqual(expected);
  });

  it('is left for later where it comes behind what was read', () => {
    const part = { ...listed, next: 'more' };
    expect(idsOf(placeCase(part, row(5, 5), { verdict: 'belongs', sort: newestFirst }))).toEqual([3, 2, 1]);
    expect(idsOf(placeCase(part, row(3, 5), { verdict: 'belongs', sort: newestFirst }))).toEqual([2, 1]);
  });

  it('comes last when nobody waits, whichever way the list goes', () => {
    const waiting = aCaseSummary({ id: 1, waitingSince: at(1) });
    const done = aCaseSummary({ id: 2, waitingSince: null });
    for (const direction of ['asc', 'desc'] as const) {
      const order = orderBy({ field: 'waitingSince', direction });
      expect([done, waiting].toSorted(order)).toEqual([waiting, done]);
    }
  });
});

describe('a list that was read again from its top', () => {
  it('keeps what was read further down', () => {
    const fresh = { rows: [row(4, 40), row(3, 30)], next: 'behind 3' };
    const joined = joinParts(fresh, { ...listed, next: 'behind 1' }, newestFirst);
    expect([idsOf(joined), joined.next]).toEqual([[4, 3, 2, 1], 'behind 1']);
  });

  it('forgets what is not there any more in the part that was read', () => {
    expect(idsOf(joinParts({ rows: [row(2, 20)], next: 'x' }, listed, newestFirst))).toEqual([2, 1]);
  });
});

const minute = fc.integer({ min: 0, max: 59 }).map(at);
const cases = fc.record({
  id: fc.integer({ min: 1, max: 12 }),
  priority: fc.integer({ min: 1, max: 10 }),
  createdAt: minute,
  activeAt: minute,
  updatedAt: minute,
  waitingSince: fc.option(minute),
});
const sorts = fc.record({ field: fc.constantFrom(...FilterSort.options), direction: fc.constantFrom('asc', 'desc') });
const changes = fc.array(fc.tuple(cases, fc.constantFrom('belongs', 'leaves')), { maxLength: 30 });

describe('whatever happens in whatever order', () => {
  it('leaves exactly the list that the desk would read', () => {
    fc.assert(
      fc.property(sorts, changes, (sort, happened) => {
        let list: Listed = { rows: [], next: null };
        const truth = new Map<number, CaseSummary>();
        for (const [given, verdict] of happened) {
          const changed = aCaseSummary(given);
          list = placeCase(list, changed, { verdict, sort });
          if (verdict === 'belongs') truth.set(changed.id, changed);
          else truth.delete(changed.id);
        }
        expect(list.rows).toEqual([...truth.values()].toSorted(orderBy(sort)));
      }),
    );
  });
});

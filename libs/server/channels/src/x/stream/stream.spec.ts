import { describe, expect, it } from 'vitest';
import { NetworkFailure, type FailureKind } from '../../social/network-failure.ts';
import { RuleBudget } from './rule-budget.ts';
import { patienceAfter } from './stream-patience.ts';
import { accountIn, rulesOf } from './stream-rule.ts';

const now = new Date('2026-11-22T10:00:00Z');
const said = (kind: FailureKind, retryAt: Date | null = null) =>
  new NetworkFailure({ kind, words: '', status: null, code: '', retryAt });

describe('the rules of the stream', () => {
  it('are one for each term of an account, without reposts, and say whose they are', () => {
    expect(rulesOf({ externalId: '1001', searches: ['kettle', 'moka pot', 'kettle'] })).toEqual([
      { value: '(kettle) -is:retweet', tag: 'bureau:1001' },
      { value: '(moka pot) -is:retweet', tag: 'bureau:1001' },
    ]);
    expect([accountIn('bureau:1001'), accountIn('theirs'), accountIn(undefined)]).toEqual(['1001', null, null]);
  });

  it('are changed so seldom that X never minds', () => {
    const budget = new RuleBudget();
    const minutes = (count: number) => count * 60_000;
    expect(Array.from({ length: 10 }, (_, index) => budget.take(minutes(index / 2))).filter(Boolean)).toHaveLength(8);
    expect(budget.take(minutes(16))).toBe(true);
  });
});

describe('how long the stream is left alone', () => {
  it('is as X documents it, longer each time', () => {
    const waits = [1, 2, 3, 4, 10, 50].map((failures) => patienceAfter(failures, { failure: said('transient'), now }));
    expect(waits).toEqual([5_000, 15_000, 30_000, 60_000, 900_000, 900_000]);
  });

  it('is a minute at least when there are too many connections, and as long as X says', () => {
    const wait = (failures: number, retryAt?: Date) =>
      patienceAfter(failures, { failure: said('rate', retryAt ?? null), now });
    expect([wait(1), wait(2), wait(9)]).toEqual([60_000, 120_000, 900_000]);
    expect(wait(1, new Date(now.getTime() + 240_000))).toBe(240_000);
  });

  it('never opens it more often than X allows, however often it breaks at once', () => {
    let at = 0;
    let opened = 0;
    for (let failures = 1; at < 15 * 60_000; failures++, opened++)
      at += patienceAfter(failures, { failure: said('transient'), now });
    expect(opened).toBeLessThan(50);
  });
});

import { describe, expect, it } from 'vitest';
import { objectsToPoll, pollBackOff, type PollState } from './poll-plan.ts';

const MINUTE = 60_000;
const NOW = 10 * MINUTE;
const well = (object: PollState['object'], polledAt: number | null): PollState => {
  return { object, polledAt, failures: 0, retryAt: null };
};
const failing = (object: PollState['object'], retryAt: number): PollState => {
  return { object, polledAt: 0, failures: 3, retryAt };
};

describe('which objects are asked', () => {
  it.each([
    ['nothing before the minute is over', [well('company', NOW - MINUTE + 1), well('case', NOW - 1)], []],
    [
      'all that are well together, though only one is due',
      [well('company', NOW - MINUTE), well('case', NOW - 1)],
      ['company', 'case'],
    ],
    ['one that was never asked at once', [well('company', null)], ['company']],
    ['a failing one not before its time', [failing('company', NOW + 1), well('case', NOW - MINUTE)], ['case']],
    ['a failing one alone when its time has come', [failing('company', NOW), well('case', NOW - 1)], ['company']],
    ['all when the clock was put back by a year', [failing('company', 1e12), well('case', 1e12)], ['company', 'case']],
  ])('%s', (_, states, asked) => {
    expect(objectsToPoll(states, NOW, MINUTE)).toEqual(asked);
  });
});

describe('an object that fails', () => {
  const error = { code: 'QUERY_TIMEOUT', message: '', fields: [], matches: [] };
  const wait = (failures: number, chance = 0) => pollBackOff(error, { failures, chance, everyMs: MINUTE });

  it('is asked again ever more rarely, but every three minutes at least', () => {
    expect([0, 1, 2, 5, 7, 8, 20, 2_000].map((failures) => wait(failures) / 1_000)).toEqual([
      ...[1, 2, 4, 32, 128, 180, 180, 180],
    ]);
  });

  it('does not come back together with those that failed together', () => {
    expect(wait(3, 0.5)).toBe(12_000);
  });

  it('waits a quarter of an hour and more when the calls of the day are used up', () => {
    const none = { ...error, code: 'REQUEST_LIMIT_EXCEEDED' };
    const waits = [0, 1, 2, 3].map((failures) => pollBackOff(none, { failures, chance: 0, everyMs: MINUTE }) / MINUTE);
    expect(waits).toEqual([15, 30, 60, 60]);
  });
});

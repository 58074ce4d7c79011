import { describe, expect, it } from 'vitest';
import { batchesOf, heldUpTo, paceOf } from './tools/soak-batches.mjs';

describe('npm run soak', () => {
  it('plays the plans with three seeds, and the real engine with another one for each batch', () => {
    const batches = batchesOf({ model: 60_000, real: 2_000, from: 0 });
    expect(batches.slice(0, 3).map(({ seed, count }) => [seed, count])).toEqual([
      [42, 20_000],
      [7, 20_000],
      [11, 20_000],
    ]);
    expect(batches.slice(3).map(({ seed, upTo }) => [seed, upTo])).toEqual([
      [42, 500],
      [7, 1_000],
      [11, 1_500],
      [1_042, 2_000],
    ]);
  });

  it('goes on where it was ended, with the seeds that come then', () => {
    const batches = batchesOf({ model: 0, real: 1_700, from: 1_000 });
    expect(batches.map(({ seed, count }) => [seed, count])).toEqual([
      [11, 500],
      [1_042, 200],
    ]);
  });

  it('says where to go on: before the first batch that did not end, though later ones did', () => {
    const counts = { model: 0, real: 2_000, from: 0 };
    const [, second, , fourth] = batchesOf(counts);
    expect(heldUpTo(counts, [second, fourth])).toBe(500);
    expect(heldUpTo(counts, [])).toBe(2_000);
  });

  it('says how fast it goes, and how long that will take', () => {
    expect(paceOf({ played: 1_000, left: 6_000, ms: 100_000 })).toBe('10.0 a second, 6,000 left, about 10 min');
    expect(paceOf({ played: 1_000, left: 0, ms: 100_000 })).toBe('10.0 a second, none left');
  });
});

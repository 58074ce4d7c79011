import { expect, it, vi } from 'vitest';
import { atMostEvery } from './at-most-every.ts';

it('reads at once, then once per pause however much happens, and never forgets the last', async () => {
  vi.useFakeTimers();
  const work = vi.fn(() => Promise.resolve());
  const read = atMostEvery(300, work);
  void read();
  expect(work).toHaveBeenCalledTimes(1);
  void read();
  void read();
  await vi.advanceTimersByTimeAsync(299);
  expect(work).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(work).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});

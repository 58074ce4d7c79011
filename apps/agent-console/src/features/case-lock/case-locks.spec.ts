import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCaseLocks, RENEW_AFTER, REST } from './case-locks.ts';
import type { Taken } from './case-locks.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aWindow(answer: () => Promise<Taken> = () => Promise.resolve('taken')) {
  const take = vi.fn(answer);
  const free = vi.fn(() => Promise.resolve());
  return { take, free, locks: createCaseLocks({ take, free, now: () => Date.now() }) };
}

const soon = () => vi.advanceTimersByTimeAsync(1);

describe('working on a case', () => {
  it('takes it at the first word, and asks no more for the next ones', async () => {
    const { take, locks } = aWindow();
    locks.work(1, 'writing');
    locks.work(1, 'writing');
    await soon();
    locks.work(1, 'writing');
    expect(take).toHaveBeenCalledTimes(1);
    expect(locks.held()).toEqual([1]);
  });

  it('says every two minutes that it goes on', async () => {
    const { take, locks } = aWindow();
    locks.work(1, 'writing');
    await vi.advanceTimersByTimeAsync(RENEW_AFTER);
    locks.work(1, 'writing');
    expect(take).toHaveBeenCalledTimes(2);
  });

  it('lets go after a rest, sooner after a mere change', async () => {
    const { free, locks } = aWindow();
    locks.work(1, 'writing');
    locks.work(2, 'change');
    await vi.advanceTimersByTimeAsync(REST.change);
    expect(free.mock.calls).toEqual([[2]]);
    await vi.advanceTimersByTimeAsync(REST.writing - REST.change);
    expect(free.mock.calls).toEqual([[2], [1]]);
    expect(locks.held()).toEqual([]);
  });

  it('a change does not cut short the rest of whoever writes', async () => {
    const { free, locks } = aWindow();
    locks.work(1, 'writing');
    await soon();
    locks.work(1, 'change');
    await vi.advanceTimersByTimeAsync(REST.change + 1);
    expect(free).not.toHaveBeenCalled();
  });

  it('a colleague was faster: it is not mine, and what I do not have I do not free', async () => {
    const { free, locks } = aWindow(() => Promise.resolve('refused'));
    locks.work(1, 'writing');
    await soon();
    locks.free(1);
    expect(locks.held()).toEqual([]);
    expect(free).not.toHaveBeenCalled();
  });

  it('the desk was out of reach: the next words try again, not every one of them', async () => {
    let answer: Taken = 'unreachable';
    const { take, locks } = aWindow(() => Promise.resolve(answer));
    locks.work(1, 'writing');
    await soon();
    locks.work(1, 'writing');
    expect(take).toHaveBeenCalledTimes(1);
    answer = 'taken';
    await vi.advanceTimersByTimeAsync(10_000);
    locks.work(1, 'writing');
    await soon();
    expect(locks.held()).toEqual([1]);
  });

  it('left while the desk was still asked, it is given back', async () => {
    let answer: (taken: Taken) => void = () => undefined;
    const { free, locks } = aWindow(() => new Promise((resolve) => (answer = resolve)));
    locks.work(1, 'writing');
    locks.free(1);
    free.mockClear();
    answer('taken');
    await soon();
    expect(free).toHaveBeenCalledWith(1);
  });

  it('taken again by the next word, it is asked for only once the desk has heard that it was let go', async () => {
    let heard: () => void = () => undefined;
    const { take, free, locks } = aWindow();
    free.mockImplementation(() => new Promise((resolve) => (heard = resolve)));
    locks.work(1, 'writing');
    await soon();
    locks.free(1);
    locks.work(1, 'writing');
    await soon();
    expect(take).toHaveBeenCalledTimes(1);
    heard();
    await soon();
    expect(take).toHaveBeenCalledTimes(2);
    expect(locks.held()).toEqual([1]);
  });
});

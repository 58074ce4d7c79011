import { describe, expect, it } from 'vitest';
import { untilLoaded } from './until-loaded.ts';

describe('code that comes later', () => {
  it('is tried again, more and more slowly, until the desk can be reached', async () => {
    const rests: number[] = [];
    let left = 7;
    const load = () => (left-- > 0 ? Promise.reject(new Error('no network')) : Promise.resolve('the palette'));
    const rest = (ms: number) => Promise.resolve(void rests.push(ms));

    const isNewer = () => Promise.reject(new Error('no network'));
    const tellNewer = () => expect.unreachable();
    expect(await untilLoaded(load, { isNewer, rest, tellNewer })).toBe('the palette');
    expect(rests).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('asks for a reload when the desk has a newer console', async () => {
    let told = 0;
    const loads = [Promise.reject(new Error('404')), Promise.resolve('after all')];
    const load = () => loads.shift()!;

    await untilLoaded(load, {
      isNewer: () => Promise.resolve(true),
      rest: () => Promise.resolve(),
      tellNewer: () => told++,
    });
    expect(told).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { noTicks, tickAll, tickUpTo, toggleTick } from './ticks.ts';

const order = [10, 20, 30, 40, 50];
const idsOf = ({ ids }: { ids: ReadonlySet<number> }) => [...ids].sort((a, b) => a - b);

describe('ticked rows', () => {
  it('are ticked one by one, and back', () => {
    const once = toggleTick(noTicks, 20);
    expect(idsOf(once)).toEqual([20]);
    expect(idsOf(toggleTick(once, 20))).toEqual([]);
  });

  it('are ticked as a range from the last one, in either way', () => {
    const down = tickUpTo(toggleTick(noTicks, 20), 40, order);
    expect(idsOf(down)).toEqual([20, 30, 40]);
    expect(idsOf(tickUpTo(down, 10, order))).toEqual([10, 20, 30, 40]);
  });

  it('begin a range where there is none', () => {
    expect(idsOf(tickUpTo(noTicks, 30, order))).toEqual([30]);
  });

  it('can be all that was read', () => {
    expect(idsOf(tickAll(order))).toEqual(order);
  });
});

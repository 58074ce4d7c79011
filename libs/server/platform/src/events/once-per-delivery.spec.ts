import { describe, expect, it } from 'vitest';
import { inOneDelivery, OncePerDelivery } from './once-per-delivery.ts';

/** Says how often it has been asked. */
function asking() {
  let asked = 0;
  const answer = new OncePerDelivery<number>();
  return () => answer.of(async () => ++asked);
}

describe('what is asked once per delivery', () => {
  it('is asked once for all events of one, and again for the next', async () => {
    const ask = asking();
    expect(await inOneDelivery(async () => [await ask(), await ask()])).toEqual([1, 1]);
    expect(await inOneDelivery(async () => [await ask(), await ask()])).toEqual([2, 2]);
  });

  it('is asked every time when nothing is delivered', async () => {
    const ask = asking();
    expect([await ask(), await ask()]).toEqual([1, 2]);
  });
});

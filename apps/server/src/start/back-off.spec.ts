import { expect, it } from 'vitest';
import { backOff } from './back-off.ts';

it('waits longer after each failure, never more than 15 seconds', () => {
  const delay = backOff(() => 0);

  expect(Array.from({ length: 8 }, delay)).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
});

it('starts over after a healthy minute', () => {
  let now = 0;
  const delay = backOff(() => now);
  delay();
  delay();
  now = 60_001;

  expect(delay()).toBe(250);
});

import { describe, expect, it } from 'vitest';
import { tabOf } from './delivery-tabs.ts';

const counts = (failed: number, unknown: number) => [
  { state: 'failed' as const, count: failed, more: false },
  { state: 'unknown' as const, count: unknown, more: false },
  { state: 'sent' as const, count: 40, more: false },
];

describe('the deliveries that are shown first', () => {
  it('are those that need a person', () => {
    expect(tabOf(undefined, counts(2, 1))).toBe('failed');
    expect(tabOf(undefined, counts(0, 1))).toBe('unknown');
    expect(tabOf(undefined, counts(0, 0))).toBe('all');
  });

  it('are those of the address, and nobody knows before the counts are there', () => {
    expect(tabOf('sent', counts(2, 1))).toBe('sent');
    expect(tabOf('nonsense', undefined)).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { Every, scheduleOf } from './every.ts';

describe('a schedule', () => {
  it('is written as 30s, 5m, 1h or 1d', () => {
    class Tidy {
      @Every('5m', 'tidy')
      async run(): Promise<void> {}
    }
    expect(scheduleOf(Tidy.prototype.run)).toEqual({ name: 'tidy', everyMs: 300_000 });
    expect(() => Every('0m', 'never')).toThrow(/say 30s, 5m, 1h or 1d/);
    expect(() => Every('8d', 'rarely')).toThrow(/at most 7d/);
  });
});

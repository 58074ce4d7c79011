import { describe, expect, it } from 'vitest';
import { repoint } from './repoint.ts';

const pointer = { field: 'case.group', from: 3, to: 7 };

describe('conditions that name a group', () => {
  it.each([
    ['one', 3, 7],
    ['several', [1, 3], [1, 7]],
    ['both, of which one is left', [7, 3], [7]],
    ['another one', 4, 4],
    ['nothing', undefined, undefined],
  ])('name its successor instead: %s', (_, value, expected) => {
    const asked = { field: 'case.group', operator: 'is' as const, ...(value === undefined ? {} : { value }) };
    expect(repoint(asked, pointer)).toMatchObject(expected === undefined ? asked : { ...asked, value: expected });
  });

  it('do so however deep they lie, and leave other fields alone', () => {
    const priority = { field: 'case.priority', operator: 'is' as const, value: 3 };
    const group = { field: 'case.group', operator: 'is' as const, value: 3 };
    const all = { match: 'all' as const, conditions: [priority, { match: 'any' as const, conditions: [group] }] };
    expect(repoint(all, pointer)).toEqual({
      match: 'all',
      conditions: [priority, { match: 'any', conditions: [{ ...group, value: 7 }] }],
    });
  });
});

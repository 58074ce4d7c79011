import { describe, expect, it } from 'vitest';
import { findIllFormed } from './well-formed.ts';

describe('half of a surrogate pair', () => {
  it.each([
    ['\uD800', []],
    [{ name: 'a\uDC00b' }, ['name']],
    [{ labels: ['ok', '\uD83D'] }, ['labels', '1']],
    [{ values: { '\uD800': 1 } }, ['values']],
  ])('is found in %j', (value, path) => expect(findIllFormed(value)).toEqual(path));

  it.each(['😀', { name: 'Ana', at: new Date(), tags: [1, null, true] }, null, undefined, 7])('is not in %j', (value) =>
    expect(findIllFormed(value)).toBeUndefined(),
  );
});

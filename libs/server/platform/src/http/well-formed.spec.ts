import { describe, expect, it } from 'vitest';
import { findUnkeepable } from './well-formed.ts';

describe('half of a surrogate pair, and NUL', () => {
  it.each([
    ['\uD800', []],
    [{ name: 'a\uDC00b' }, ['name']],
    [{ labels: ['ok', '\uD83D'] }, ['labels', '1']],
    [{ values: { '\uD800': 1 } }, ['values']],
    ['a\u0000b', []],
    [{ name: { first: '\u0000' } }, ['name', 'first']],
    [{ values: { 'a\u0000': 1 } }, ['values']],
  ])('are found in %j', (value, path) => expect(findUnkeepable(value)).toMatchObject({ path }));

  it.each(['😀', { name: 'Ana', at: new Date(), tags: [1, null, true] }, null, undefined, 7])(
    'are not in %j',
    (value) => expect(findUnkeepable(value)).toBeUndefined(),
  );
});

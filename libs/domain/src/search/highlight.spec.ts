import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksIn, stemsOf } from './highlight.ts';
import { parseSearch } from './parse-search.ts';

const found = (search: string, text: string): string[] =>
  marksIn(text, stemsOf(parseSearch(search, new Date()).terms)).map(([begin, end]) => text.slice(begin, end));

describe('highlights', () => {
  const table: [search: string, text: string, found: string[]][] = [
    ['delivery', 'Two deliveries were delivered late.', ['deliveries', 'delivered']],
    ['cafe', 'The Café is closed.', ['Café']],
    ['Müller', 'muller, MÜLLER', ['muller', 'MÜLLER']],
    ['"broken grinder"', 'A broken grinder.', ['broken', 'grinder']],
    ['order -refund', 'Refund my order', ['order']],
    ['grin*', 'grinderlessness', ['grinderlessness']],
    ['art', 'start of the arts', ['arts']],
    ['返金', '注文の返金をお願いします', ['返金']],
    ['<b>', 'a <b>bold</b> word', ['b', 'b']],
    ['of', 'often', []],
  ];
  it.each(table)('%j in %j', (search, text, words) => {
    expect(found(search, text)).toEqual(words);
  });

  it('marks stay inside of the text, in order and apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'binary' }), (text, search) => {
        let last = 0;
        for (const [begin, end] of marksIn(text, stemsOf(parseSearch(search, new Date()).terms))) {
          expect(begin).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(begin);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end;
        }
      }),
    );
  });
});

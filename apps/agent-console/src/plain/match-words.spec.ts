import { describe, expect, it } from 'vitest';
import { matchWords } from './match-words.ts';

const marked = (text: string, typed: string) =>
  matchWords(text, typed)?.marks.map(([begin, end]) => text.slice(begin, end));

describe('what is typed into the palette', () => {
  it.each([
    { typed: 'ass', finds: ['Ass'] },
    { typed: 'me assign', finds: ['Assign', 'me'] },
    { typed: 'asme', finds: ['As', 'me'] },
    { typed: 'sign', finds: ['sign'] },
    { typed: 'ÀSSIGN', finds: ['Assign'] },
    { typed: 'asx', finds: undefined },
    { typed: 'assign them', finds: undefined },
  ])('$typed finds $finds in "Assign to me"', ({ typed, finds }) => {
    expect(marked('Assign to me', typed)).toEqual(finds);
  });

  it('finds umlauts without writing them', () => {
    expect(marked('Fall zurückstellen', 'zuruck')).toEqual(['zurück']);
  });

  it('prefers a beginning to a part, and a part to beginnings of words', () => {
    const texts = ['Go to Resolved', 'Resolve', 'Unresolved', 'Read every second line'];
    const score = (text: string) => matchWords(text, 'res')?.score ?? 0;
    expect(texts.toSorted((a, b) => score(b) - score(a))).toEqual([
      'Resolve',
      'Go to Resolved',
      'Unresolved',
      'Read every second line',
    ]);
  });

  it('finds by words that are not shown, last of all', () => {
    expect(matchWords('Dark', 'night', 'night mode')?.marks).toEqual([]);
    expect(matchWords('Dark', 'noon', 'night mode')).toBeNull();
  });

  it('everything fits an empty field', () => {
    expect(matchWords('Inbox', ' ')?.marks).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entitiesOf, splitForX, xLength } from './index.ts';

describe('X counts', () => {
  it.each([
    ['', 0],
    ['Hello, Ana – “yes”', 18],
    ['Look: https://larkspur.example.com/a/very/long/way/to/an/article?with=much&behind=it', 29],
    ['See larkspur.com.', 28],
    ['ありがとう', 10],
    ['👍🏽 thanks', 9],
    ['👨‍👩‍👧‍👦', 2],
    ['Ä', 1],
    ['é', 1],
  ])('%s as %i', (text, length) => {
    expect(xLength(text)).toBe(length);
  });
});

describe('a thread on X', () => {
  it('is cut behind a sentence where one ends in the second half of a part', () => {
    const text = `${'One sentence goes like this. '.repeat(20)}And this is the end of it.`;
    const parts = splitForX(text, 280).map(({ from, to }) => text.slice(from, to));
    expect(parts).toHaveLength(3);
    for (const part of parts) expect(part).toMatch(/\.$/);
  });

  it('is one post when everything fits', () => {
    expect(splitForX('Hello Ana', 280)).toEqual([{ from: 0, to: 9 }]);
    expect(splitForX('  \n ', 280)).toEqual([]);
  });

  it('tears a word only when it is longer than a post', () => {
    const parts = splitForX('a'.repeat(600), 280);
    expect(parts.map(({ from, to }) => to - from)).toEqual([280, 280, 40]);
  });

  const piece = fc.oneof(
    fc.constantFrom(
      'word',
      ' ',
      ' ',
      '. ',
      '\n\n',
      '日本語のとても長い文章。',
      '👨‍👩‍👧‍👦',
      '🇩🇪',
      'é̈',
      '#tag',
      '@larkspur',
      'https://larkspur.com/a/long/way?to=an&article=1',
      'bare.com/path',
      '$CASH',
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );

  it('says the whole text in parts that fit, and tears neither links nor signs', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.integer({ min: 30, max: 120 }), (pieces, limit) => {
        const text = pieces.join('');
        const parts = splitForX(text, limit);

        const between = [...parts, { from: text.length, to: text.length }].map(({ from }, index) =>
          text.slice(parts[index - 1]?.to ?? 0, from),
        );
        expect(between.join('').trim()).toBe('');
        const signs = new Set([...new Intl.Segmenter('en').segment(text)].map(({ index }) => index));
        for (const { from, to } of parts) {
          const part = text.slice(from, to);
          expect(part).toBe(part.trim());
          expect(xLength(part)).toBeLessThanOrEqual(limit);
          expect(entitiesOf(text).some((link) => link.from < to && to < link.to && link.kind === 'link')).toBe(false);
          expect(to === text.length || signs.has(to) || /\s/.test(text[to] ?? ' ')).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

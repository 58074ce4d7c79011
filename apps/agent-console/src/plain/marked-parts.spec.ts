import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedParts } from './marked-parts.ts';

describe('a text with marks', () => {
  it('is cut where a mark begins and ends', () => {
    expect(markedParts('It still drips', [[9, 14]])).toEqual([
      { text: 'It still ', isMarked: false },
      { text: 'drips', isMarked: true },
    ]);
  });

  it('loses no letter, whatever the marks', () => {
    const marks = fc.array(fc.tuple(fc.integer({ min: -5, max: 40 }), fc.integer({ min: -5, max: 40 })));
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), marks, (text, given) => {
        expect(
          markedParts(text, given)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

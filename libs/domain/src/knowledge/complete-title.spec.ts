import { describe, expect, it } from 'vitest';
import { completes, placedWords } from './complete-title.ts';

describe('a title', () => {
  it.each([
    ['begins with what is typed', 'Déscaling the machine', ['desc'], [[0, 9]]],
    ['has every typed word somewhere', 'Descaling the machine', ['mach', 'de'], [[0, 9], [14, 21]]], // prettier-ignore
    ['lacks one of them', 'Descaling the machine', ['descaling', 'grinder'], undefined],
    ['is not met in the middle of a word', 'Descaling', ['scal'], undefined],
  ])('%s', (_, title, typed, marks) => {
    expect(completes({ words: placedWords(title) }, typed)?.marks).toEqual(marks);
  });

  it('is met by a keyword without a mark', () => {
    expect(completes({ words: placedWords('Descaling'), keywords: ['limestone'] }, ['lime'])).toEqual({ marks: [] });
  });
});

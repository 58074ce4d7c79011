// @vitest-environment node
import { expect, it } from 'vitest';
import { englishWords } from '../words/english-words.ts';
import { germanWords } from '../words/german-words.ts';
import { formatKeys } from './format-keys.ts';

it.each([
  { keys: 'mod+k', apple: [['⌘', 'K']], other: [['Ctrl', 'K']] },
  { keys: 'mod+shift+enter', apple: [['⌘', '⇧', '↵']], other: [['Ctrl', 'Shift', '↵']] },
  { keys: 'g i', apple: [['G'], ['I']], other: [['G'], ['I']] },
  { keys: '+', apple: [['+']], other: [['+']] },
])('$keys is printed as on the keyboard', ({ keys, apple, other }) => {
  expect(formatKeys(keys, englishWords.keys, true)).toEqual(apple);
  expect(formatKeys(keys, englishWords.keys, false)).toEqual(other);
});

it('has the names that are on a German keyboard', () => {
  expect(formatKeys('mod+shift+space', germanWords.keys, false)).toEqual([['Strg', 'Umschalt', 'Leertaste']]);
});

// @vitest-environment node
import { expect, it } from 'vitest';
import { formatKeys } from './format-keys.ts';

it.each([
  { keys: 'mod+k', apple: [['⌘', 'K']], other: [['Ctrl', 'K']] },
  { keys: 'mod+shift+enter', apple: [['⌘', '⇧', '↵']], other: [['Ctrl', 'Shift', '↵']] },
  { keys: 'g i', apple: [['G'], ['I']], other: [['G'], ['I']] },
  { keys: '+', apple: [['+']], other: [['+']] },
])('$keys is printed as on the keyboard', ({ keys, apple, other }) => {
  expect(formatKeys(keys, true)).toEqual(apple);
  expect(formatKeys(keys, false)).toEqual(other);
});

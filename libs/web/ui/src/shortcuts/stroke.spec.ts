import { expect, it } from 'vitest';
import { hasModifier, matchesStroke } from './stroke.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const altGr = { ...plain, ctrlKey: true, altKey: true };

it('[ is the same sign where it takes AltGr, and no modifier that writes while one types', () => {
  expect(matchesStroke('[', { ...plain, key: '[' }, false)).toBe(true);
  expect(matchesStroke('[', { ...altGr, key: '[' }, false)).toBe(true);
  expect(hasModifier({ ...altGr, key: '[' })).toBe(false);
});

it('Alt and a figure is the key of the figure, though Apple’s keyboards write a sign with it', () => {
  expect(matchesStroke('alt+1', { ...plain, altKey: true, key: '¡', code: 'Digit1' }, true)).toBe(true);
  expect(matchesStroke('alt+1', { ...plain, key: '1', code: 'Digit1' }, true)).toBe(false);
});

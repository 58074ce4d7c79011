import { expect, it } from 'vitest';
import { languageName } from './language-name.ts';

it.each([
  ['de', 'German'],
  ['en_us', 'American English'],
  ['pt-BR', 'Brazilian Portuguese'],
  ['not a language', 'not a language'],
])('calls %s %s', (tag, name) => {
  expect(languageName(tag)).toBe(name);
});

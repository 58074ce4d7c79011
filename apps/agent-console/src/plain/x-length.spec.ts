import { expect, it } from 'vitest';
import { xLength } from './x-length.ts';

it.each([
  ['', 0],
  ['Hello, Ana – “yes”', 18],
  ['Look: https://larkspur.example/a/very/long/way/to/an/article?with=much&behind=it', 29],
  ['ありがとう', 10],
  ['👍🏽 thanks', 9],
  ['Ä', 1],
])('X counts %s as %i', (text, length) => {
  expect(xLength(text)).toBe(length);
});

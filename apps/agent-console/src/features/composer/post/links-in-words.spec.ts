import { expect, it } from 'vitest';
import { linksInWords } from './links-in-words.ts';

it.each([
  ['<p>Read <a href="https://x.example/m">the manual</a>.</p>', '<p>Read the manual https://x.example/m.</p>'],
  ['<p><a href="https://x.example/m">x.example/m</a></p>', '<p>x.example/m</p>'],
  ['<p><a href="mailto:help@x.example">help@x.example</a></p>', '<p>help@x.example</p>'],
  [
    '<p><a href="https://x.example"><b>Here</b></a> &amp; there</p>',
    '<p><b>Here</b> https://x.example &amp; there</p>',
  ],
  ['<p>No link</p>', '<p>No link</p>'],
])('of %s makes %s', (html, words) => {
  expect(linksInWords(html)).toBe(words);
});

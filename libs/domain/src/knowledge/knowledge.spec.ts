import { describe, expect, it } from 'vitest';
import { diffLines } from './diff-lines.ts';
import { outdatedAfter, stateAt } from './publication.ts';
import { editDistance, keptWords, meantBy, wordsOf } from './search-words.ts';
import { slugOf } from './slug.ts';

describe('an address', () => {
  it.each([
    ["I couldn't brew", 'i-couldn-t-brew'],
    ['Größe & Gewicht?', 'grosse-gewicht'],
    ['  Café crème  ', 'cafe-creme'],
    ['コーヒー', 'コーヒー'],
    ['???', '-'],
    ['a'.repeat(90), 'a'.repeat(80)],
  ])('says %j as %j', (title, slug) => expect(slugOf(title)).toBe(slug));
});

describe('a text', () => {
  const noon = new Date('2026-11-22T12:00:00Z');
  it.each([
    [null, 'draft'],
    ['2026-11-22T12:00:00Z', 'published'],
    ['2026-11-22T12:00:01Z', 'scheduled'],
  ])('that appears at %s is %s at noon', (at, state) => expect(stateAt(at ? new Date(at) : null, noon)).toBe(state));

  const before = { subject: 'Brewing', html: '<p>Slowly</p>' };
  const after = { ...before, html: '<p>Fast</p>' };
  it.each([
    ['the first language says something else', { isFirst: true, before, after, upToDate: undefined }, false, true],
    ['the first language says the same', { isFirst: true, before, after: before, upToDate: undefined }, false, false],
    ['a translation is written', { isFirst: false, before, after, upToDate: undefined }, false, false],
    ['its writer says it lags behind', { isFirst: false, before, after, upToDate: false }, true, false],
  ])('leaves marks when %s', (_, write, own, others) => expect(outdatedAfter(write)).toEqual({ own, others }));
});

describe('a difference', () => {
  const shown = (before: string, after: string) =>
    diffLines(before, after)
      .map(({ kind, text }) => `${{ same: ' ', added: '+', removed: '-' }[kind]}${text}`)
      .join('|');
  it.each([
    ['a\nb\nc', 'a\nx\nc', ' a|-b|+x| c'],
    ['', 'a', '+a'],
    ['a', '', '-a'],
    ['a\nb', 'a\nb', ' a| b'],
    ['a\nb\nc\nd', 'b\nd\ne', '-a| b|-c| d|+e'],
  ])('from %j to %j', (before, after, lines) => expect(shown(before, after)).toBe(lines));

  it('of two huge texts is told at once', () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `line ${index}`);
    expect(diffLines(lines.join('\n'), lines.map((line) => `${line}!`).join('\n'))).toHaveLength(6000);
  });
});

describe('a search', () => {
  it('is words, folded, each once', () => {
    expect(wordsOf('  Größe—the größe, of MY   crème?! ')).toEqual(['grosse', 'the', 'of', 'my', 'creme']);
    expect(wordsOf('\u0000 --- ')).toEqual([]);
    expect(wordsOf(Array.from({ length: 40 }, (_, index) => `w${index}`).join(' '))).toHaveLength(12);
  });

  it.each([
    ['descale', 'descale', 0],
    ['decsale', 'descale', 1],
    ['descal', 'descale', 1],
    ['retrun', 'return', 1],
    ['kitten', 'sitting', 3],
  ])('%s is %s but for %i slips', (a, b, slips) => expect(editDistance(a, b)).toBe(slips));

  it.each([
    ['retrun', ['return', 'returns', 'turn'], ['return']],
    ['descaling', ['descale', 'scaling'], ['scaling', 'descale']],
    ['cat', ['car', 'cap'], []],
    ['refnud', ['refund', 'found'], ['refund']],
  ])('%s may mean of %j', (typed, similar, meant) => expect(meantBy(typed, similar)).toEqual(meant));

  it.each([
    ['How do I return an order 4477120?', 'how do i return an order'],
    ['refund ana@customer.example please', 'refund please'],
    ['call me +49 (30) 123 45 67', 'call me'],
    ['order LK-204118 late', 'order late'],
    ['E61 group head', 'e61 group head'],
  ])('%j is remembered as %j', (typed, kept) => expect(keptWords(typed)).toBe(kept));
});

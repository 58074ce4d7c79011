import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSearch } from './parse-search.ts';
import type { SearchCondition, SearchTerm } from './search-query.ts';

const NOW = new Date('2026-03-31T10:30:00Z');
const word = (text: string, more: Partial<SearchTerm> = {}): SearchTerm => ({
  text,
  phrase: false,
  prefix: false,
  not: false,
  ...more,
});

describe('what is typed into the search box', () => {
  const words: [string, SearchTerm[]][] = [
    ['', []],
    ['   ', []],
    ['broken grinder', [word('broken'), word('grinder')]],
    ['"broken grinder"', [word('broken grinder', { phrase: true })]],
    ['“broken grinder”', [word('broken grinder', { phrase: true })]],
    ['"never closed', [word('never closed', { phrase: true })]],
    ['grinder -refund', [word('grinder'), word('refund', { not: true })]],
    ['-"full refund"', [word('full refund', { phrase: true, not: true })]],
    ['- refund', [word('-'), word('refund')]],
    ['refun*', [word('refun', { prefix: true })]],
    ['re*', [word('re*')]],
    ['Re: late', [word('Re'), word('late')]],
    ['from:', [word('from')]],
    ['"from:ana"', [word('from:ana', { phrase: true })]],
    ['#0', [word('#0')]],
    ['#12a', [word('#12a')]],
  ];
  it.each(words)('%j is words', (search, terms) => {
    expect(parseSearch(search, NOW)).toEqual({ terms, tests: [], hints: [] });
  });

  const operators: [string, SearchCondition][] = [
    ['from:ana@example.com', { field: 'from', name: 'ana@example.com' }],
    ['FROM:Ana', { field: 'from', name: 'Ana' }],
    ['label:"very urgent"', { field: 'label', name: 'very urgent' }],
    ['tag:urgent', { field: 'label', name: 'urgent' }],
    ['assigned:me', { field: 'assigned', name: 'me' }],
    ['status:Pending', { field: 'status', status: 'pending' }],
    ['channel:email', { field: 'channel', channel: 'email' }],
    ['is:mine', { field: 'is', state: 'mine' }],
    ['in:trash', { field: 'is', state: 'deleted' }],
    ['has:attachment', { field: 'has', what: 'attachment' }],
    ['#123', { field: 'number', caseId: 123 }],
    ['before:2026-02-01', { field: 'before', at: new Date('2026-02-01T00:00:00Z') }],
    ['after:2026-02', { field: 'after', at: new Date('2026-02-01T00:00:00Z') }],
    ['after:2025', { field: 'after', at: new Date('2025-01-01T00:00:00Z') }],
    ['after:7d', { field: 'after', at: new Date('2026-03-24T10:30:00Z') }],
    ['since:yesterday', { field: 'after', at: new Date('2026-03-30T00:00:00Z') }],
  ];
  it.each(operators)('%j is a condition, and excludes with a minus sign', (search, test) => {
    expect(parseSearch(search, NOW)).toEqual({ terms: [], tests: [{ ...test, not: false }], hints: [] });
    expect(parseSearch(`-${search}`, NOW).tests).toEqual([{ ...test, not: true }]);
  });

  it.each([
    'status:asleep',
    'is:blue',
    'has:wings',
    'before:2026-02-31',
    'after:9999y',
    'colour:red',
    'constructor:x',
    'valueOf:x',
    'is:constructor',
  ])('%j is looked for as text, and a hint says why', (search) => {
    const { terms, tests, hints } = parseSearch(search, NOW);
    expect(tests).toEqual([]);
    expect(terms).toEqual([word(expect.any(String), { phrase: true })]);
    expect(hints).toEqual([{ part: search, message: expect.stringContaining('looked for as text') }]);
  });

  it('looks for the first words only when there are very many', () => {
    const { terms, hints } = parseSearch('word '.repeat(1000), NOW);
    expect(terms.length).toBe(24);
    expect(hints).toHaveLength(1);
  });

  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ maxLength: 300 }),
    fc
      .array(
        fc.constantFrom(
          '"',
          '-',
          ':',
          '#',
          '*',
          ' ',
          'from:',
          'is:',
          '\0',
          "'",
          '\\',
          '\u202e',
          'before:',
          '1',
          '__proto__',
        ),
      )
      .map((parts) => parts.join('')),
  );
  it('reads whatever it is given', () => {
    fc.assert(
      fc.property(hostile, (search) => {
        const { terms, tests, hints } = parseSearch(search, NOW);
        expect(terms.length + tests.length).toBeLessThanOrEqual(24);
        for (const { text } of terms) expect(text.trim()).not.toBe('');
        for (const { part } of hints) expect(search).toContain(part);
        for (const test of tests) if ('at' in test) expect(Number.isNaN(test.at.getTime())).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  const plainWord = fc.stringMatching(/^[a-z]{1,12}$/);
  it('keeps every plain word and its order', () => {
    fc.assert(
      fc.property(fc.array(plainWord, { maxLength: 20 }), (words) => {
        expect(parseSearch(words.join('  '), NOW).terms.map(({ text }) => text)).toEqual(words);
      }),
    );
  });
});

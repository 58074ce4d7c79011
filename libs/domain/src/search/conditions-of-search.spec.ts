import type { ConditionNode } from '@bureau/contracts';
import { describe, expect, it } from 'vitest';
import { checkConditions } from '../conditions/index.ts';
import { vocabularyOf } from '../conditions/vocabulary.ts';
import { conditionsOfSearch } from './conditions-of-search.ts';
import { parseSearch } from './parse-search.ts';

const NOW = new Date('2026-03-31T10:30:00Z');
const known: Record<string, (number | 'me')[]> = { refund: [31], mia: [6, 7], me: ['me'], support: [1] };
const read = (search: string) =>
  conditionsOfSearch(parseSearch(search, NOW), ({ name }) => known[name.toLowerCase()] ?? null);

describe('a search as conditions of a filter', () => {
  const said: [string, ConditionNode[]][] = [
    ['label:refund', [{ field: 'case.labels', operator: 'is', value: [31] }]],
    ['-label:refund', [{ field: 'case.labels', operator: 'is-not', value: [31] }]],
    ['assigned:me', [{ field: 'case.assignee', operator: 'is', value: ['me'] }]],
    ['assigned:mia', [{ field: 'case.assignee', operator: 'is', value: [6, 7] }]],
    ['assigned:nobody', [{ field: 'case.assignee', operator: 'is-empty' }]],
    ['-group:none', [{ field: 'case.group', operator: 'is-not-empty' }]],
    ['is:open', [{ field: 'case.status', operator: 'is', value: ['new', 'open', 'pending'] }]],
    ['-is:spam', [{ field: 'case.spam', operator: 'is', value: false }]],
    ['is:waiting', [{ field: 'case.waitingSince', operator: 'is-not-empty' }]],
    ['has:note', [{ field: 'case.noteCount', operator: 'at-least', value: 1 }]],
    ['-before:2026', [{ field: 'case.createdAt', operator: 'after', value: '2026-01-01T00:00:00.000Z' }]],
    ['company:larkspur', [{ field: 'company.name', operator: 'contains', value: 'larkspur' }]],
    ['#1042', [{ field: 'case.id', operator: 'is', value: 1042 }]],
    ['"drip tray"', [{ field: 'case.subject', operator: 'contains', value: 'drip tray' }]],
  ];
  it.each(said)('%s can be asked', (search, conditions) => {
    const answer = read(search);
    expect(answer).toMatchObject({ conditions, left: [] });
    const checked = checkConditions({ match: 'all', conditions: answer.conditions }, { vocabulary: vocabularyOf([]) });
    expect(checked).toEqual([]);
  });

  it('asks for a customer by name or address, and for neither when he is excluded', () => {
    expect(read('customer:ana').conditions).toMatchObject([{ match: 'any', conditions: [{}, {}] }]);
    expect(read('-customer:ana').conditions).toMatchObject([
      { match: 'all', conditions: [{ operator: 'does-not-contain' }, { operator: 'does-not-contain' }] },
    ]);
  });

  it('names what it cannot say, and which words it looks for in the subject only', () => {
    expect(read('leak from:ana@cafe.example -label:gone filter:"My list"')).toMatchObject({
      conditions: [{ field: 'case.subject', operator: 'contains', value: 'leak' }],
      inSubject: ['leak'],
      left: ['from:ana@cafe.example', '-label:gone', 'filter:"My list"'],
    });
  });
});

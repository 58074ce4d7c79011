import type { CaseStatus } from '@bureau/contracts';
import { describe, expect, it } from 'vitest';
import { statusAfter, statusRank, type CaseMove } from './case-status.ts';

describe('the life of a case', () => {
  const table: [CaseStatus, CaseMove, CaseStatus | null][] = [
    ['new', 'agent-opens', 'open'],
    ['new', 'customer-writes', 'new'],
    ['new', 'agent-replies', 'open'],
    ['open', 'customer-writes', 'open'],
    ['pending', 'customer-writes', 'open'],
    ['pending', 'agent-replies', 'pending'],
    ['resolved', 'customer-writes', 'open'],
    ['resolved', 'agent-replies', 'open'],
    ['resolved', 'agent-opens', 'resolved'],
    ['closed', 'customer-writes', null],
    ['closed', 'agent-replies', null],
    ['closed', { set: 'open' }, null],
    ['closed', { set: 'closed' }, 'closed'],
    ['new', { set: 'pending' }, 'pending'],
    ['open', { set: 'new' }, null],
    ['resolved', { set: 'closed' }, 'closed'],
  ];

  it.each(table)('%s, %o → %s', (status, move, after) => {
    expect(statusAfter(status, move)).toBe(after);
  });

  it('is ordered as rules compare it', () => {
    const ranks = (['new', 'open', 'pending', 'resolved', 'closed'] as const).map(statusRank);
    expect(ranks).toEqual([0, 1, 2, 3, 4]);
  });
});

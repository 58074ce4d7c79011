import type { CaseStatus, Condition, ConditionGroup, ConditionNode } from '@bureau/contracts';
import { describe, expect, it } from 'vitest';
import { aCase, aCaseSummary } from '../../testing/facts.ts';
import { judgeOf } from './judge.ts';

const NOON = Date.parse('2026-11-03T12:00:00Z');
const asker = { userId: 6, groupIds: [1], now: () => NOON };
const all = (...conditions: ConditionNode[]): ConditionGroup => ({ match: 'all', conditions });
const any = (...conditions: ConditionNode[]): ConditionGroup => ({ match: 'any', conditions });
const is = (field: string, value?: Condition['value'], operator: Condition['operator'] = 'is'): Condition =>
  value === undefined ? { field, operator } : { field, operator, value };
const open = is('case.status', ['new', 'open']);
const ofMia = { id: 6, name: 'Mia' };
const row = aCaseSummary({ status: 'open', assignee: ofMia, group: { id: 1, name: 'Support' } });
const whole = (status: CaseStatus = 'open') => aCase({ ...row, status });

describe('whether a case belongs to a filter, as far as this browser knows', () => {
  it.each([
    ['open, as it should be', all(open), whole(), 'belongs'],
    ['resolved by somebody', all(open), whole('resolved'), 'leaves'],
    ['assigned to me', all(is('case.assignee', 'me')), whole(), 'belongs'],
    ['of one of my groups', all(is('case.group', 'mine')), whole(), 'belongs'],
    ['of another group', all(is('case.group', 2)), whole(), 'leaves'],
    [
      'waiting within the last hour',
      all(is('case.activeAt', { amount: 1, unit: 'hours' }, 'within-last')),
      whole(),
      'leaves',
    ],
    [
      'active within the last day',
      all(is('case.activeAt', { amount: 1, unit: 'days' }, 'within-last')),
      whole(),
      'belongs',
    ],
    ['an address that only the desk knows', all(is('customer.addresses', 'cafe', 'contains')), whole(), 'unknown'],
    [
      'unknown, but another condition fails',
      all(is('customer.blocked', true), is('case.status', 'closed')),
      whole(),
      'leaves',
    ],
    ['unknown, but another one is enough', any(is('customer.blocked', true), open), whole(), 'belongs'],
    ['unknown, and none is enough', any(is('customer.blocked', true), is('case.status', 'closed')), whole(), 'unknown'],
    ['a group in a group', all(open, any(is('case.priority', 9), is('case.assignee', 'me'))), whole(), 'belongs'],
    ['in the trash', all(open), aCase({ ...row, deletedAt: '2026-11-03T11:00:00.000+00:00' }), 'leaves'],
    ['a row that does not tell of spam and trash', all(open), row, 'unknown'],
    ['a row that is closed whatever it does not tell', all(open), { ...row, status: 'closed' as const }, 'leaves'],
    ['a field that nobody knows any more', all(is('case.custom.gone', 'x')), whole(), 'unknown'],
    ['every case', all(), whole(), 'belongs'],
  ])('%s', (_, conditions, supportCase, verdict) => {
    expect(judgeOf(conditions, [], asker)(supportCase)).toBe(verdict);
  });

  it('asks about the custom fields that the desk names', () => {
    const tier = {
      key: 'case.custom.tier',
      label: 'Tier',
      type: 'text' as const,
      choices: [],
      refersTo: null,
      operators: [],
    };
    const judge = judgeOf(all(is('case.custom.tier', 'gold')), [tier], asker);
    expect([judge(aCase({ customFields: { tier: 'Gold' } })), judge(aCase())]).toEqual(['belongs', 'leaves']);
    expect(judge(row)).toBe('unknown');
  });
});

import { describe, expect, it } from 'vitest';
import { decideCaseUpdate, type CaseWish, type UpdatableCase } from './case-update.ts';

const at = new Date('2026-11-03T09:30:00Z');
const later = '2026-11-04T09:00:00+00:00';

const aCase = (over: Partial<UpdatableCase> = {}): UpdatableCase => ({
  status: 'open',
  assigneeId: null,
  groupId: 3,
  priority: 4,
  subject: 'The grinder is stuck',
  description: '',
  language: null,
  externalId: null,
  customerId: 7,
  brandId: 1,
  mailboxId: 11,
  labelIds: [5, 6],
  customFields: { level: 'vip' },
  snoozedAt: null,
  snoozedUntil: null,
  spamAt: null,
  routeStatus: null,
  ...over,
});

const fields = [
  { key: 'level', label: 'Level', type: 'list' as const, choices: ['vip'], active: true },
  { key: 'seats', label: 'Seats', type: 'integer' as const, choices: [], active: true },
];

const decide = (wanted: CaseWish, over: Partial<UpdatableCase> = {}) =>
  decideCaseUpdate(aCase(over), wanted, { at, fields });

describe('an update of a case', () => {
  const table: [string, CaseWish, Partial<UpdatableCase>, unknown[], object][] = [
    ['assigns', { assigneeId: 2 }, {}, [{ field: 'assigneeId', from: null, to: 2 }], { assigneeId: 2 }],
    ['changes nothing that is so already', { priority: 4, subject: 'The grinder is stuck' }, {}, [], {}],
    [
      'says that it is the customer’s turn',
      { status: 'pending' },
      {},
      [{ field: 'status', from: 'open', to: 'pending' }],
      { status: 'pending', waitingSince: null },
    ],
    [
      'adds labels once, in order',
      { labelIds: [6, 9, 9], labelAction: 'append' },
      {},
      [{ field: 'labelIds', from: [5, 6], to: [5, 6, 9] }],
      { labelIds: [5, 6, 9] },
    ],
    [
      'takes labels away',
      { labelIds: [5, 77], labelAction: 'remove' },
      {},
      [{ field: 'labelIds', from: [5, 6], to: [6] }],
      { labelIds: [6] },
    ],
    ['replaces labels unless told otherwise', { labelIds: [5, 6] }, {}, [], {}],
    [
      'merges custom fields key by key',
      { customFields: { level: null, seats: 4 } },
      {},
      [
        { field: 'customFields.level', from: 'vip', to: null },
        { field: 'customFields.seats', from: null, to: 4 },
      ],
      { customFields: { seats: 4 } },
    ],
    [
      'lets another brand answer from its own mailbox',
      { brandId: 2, mailboxId: 22 },
      {},
      [
        { field: 'brandId', from: 1, to: 2 },
        { field: 'mailboxId', from: 11, to: 22 },
      ],
      { brandId: 2, mailboxId: 22 },
    ],
    ['keeps the mailbox with the brand', { brandId: 1, mailboxId: 22 }, {}, [], {}],
    ['marks spam', { spam: true }, {}, [{ field: 'spam', from: false, to: true }], { spamAt: at }],
    ['knows that spam is spam', { spam: true }, { spamAt: at }, [], {}],
    [
      'lets a case sleep',
      { snooze: { until: later } },
      {},
      [{ field: 'snooze', from: null, to: { until: '2026-11-04T09:00:00.000Z' } }],
      { snoozedAt: at, snoozedUntil: new Date(later) },
    ],
    [
      'wakes a case that is resolved',
      { status: 'resolved' },
      { snoozedAt: at, snoozedUntil: null },
      [
        { field: 'status', from: 'open', to: 'resolved' },
        { field: 'snooze', from: { until: null }, to: null },
      ],
      { status: 'resolved', waitingSince: null, snoozedAt: null, snoozedUntil: null },
    ],
  ];

  it.each(table)('%s', (_, wanted, over, changes, patch) => {
    expect(decide(wanted, over)).toEqual({ changes, patch });
  });

  const refused: [string, CaseWish, Partial<UpdatableCase>, string, string[]][] = [
    ['a closed case stays as it is', { priority: 9 }, { status: 'closed' }, 'case.closed', []],
    [
      'a merged case is changed where it went',
      { priority: 9 },
      { status: 'closed', mergedIntoId: 9 },
      'case.merged',
      [],
    ],
    [
      'a field takes what it is made for',
      { customFields: { seats: 'many' } },
      {},
      'request.invalid',
      ['customFields.seats'],
    ],
    ['a case never becomes new again', { status: 'new' }, {}, 'case.transition', ['status']],
    [
      'nothing sleeps until yesterday',
      { snooze: { until: '2026-11-02T09:00:00Z' } },
      {},
      'request.invalid',
      ['snooze.until'],
    ],
  ];

  it.each(refused)('%s', (_, wanted, over, problem, paths) => {
    const decision = decide(wanted, over);
    expect(decision).toMatchObject({ problem, errors: paths.map((path) => ({ path })) });
  });

  it('leaves a closed case alone when nothing would change', () => {
    expect(decide({ status: 'closed', priority: 4 }, { status: 'closed' })).toEqual({ changes: [], patch: {} });
  });
});

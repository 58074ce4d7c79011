import { describe, expect, it } from 'vitest';
import { decideBulkUndo, netChanges, type BulkLine, type UndoableCase } from './bulk-undo.ts';

const at = new Date('2026-11-03T09:00:00Z');
const aCase = (given: Partial<UndoableCase> = {}): UndoableCase => ({
  status: 'resolved',
  assigneeId: 3,
  groupId: null,
  priority: 9,
  subject: 'The grinder',
  description: '',
  language: null,
  externalId: null,
  customerId: 1,
  brandId: 1,
  mailboxId: 1,
  labelIds: [1, 2],
  customFields: { size: 'L' },
  snoozedAt: null,
  snoozedUntil: null,
  spamAt: null,
  routeStatus: null,
  deletedAt: null,
  mergedIntoId: null,
  waitingSince: null,
  ...given,
});
const undo = (supportCase: UndoableCase, changes: BulkLine['changes'], more: Partial<BulkLine> = {}) =>
  decideBulkUndo(supportCase, { changes, undone: [], goneLabelIds: new Set(), askedAt: null, ...more }, at);
const change = (field: string, from: unknown, to: unknown) => ({ field, from, to });

describe('taking a bulk change back', () => {
  it('gives each field the value that it had', () => {
    const changes = [change('status', 'open', 'resolved'), change('assigneeId', null, 3), change('priority', 4, 9)];
    expect(undo(aCase(), changes)).toEqual({
      changes: [change('status', 'resolved', 'open'), change('assigneeId', 3, null), change('priority', 9, 4)],
      patch: { status: 'open', waitingSince: null, assigneeId: null, priority: 4 },
      kept: [],
    });
  });

  it('keeps what somebody has changed since', () => {
    expect(undo(aCase({ priority: 5 }), [change('priority', 4, 9)])).toMatchObject({ changes: [], kept: ['priority'] });
  });

  it('does not take back a second time what it took back before', () => {
    const again = undo(aCase(), [change('priority', 4, 9)], { undone: [change('priority', 9, 4)] });
    expect(again).toEqual({ changes: [], patch: {}, kept: [] });
  });

  it('lets the customer wait again', () => {
    expect(undo(aCase(), [change('status', 'open', 'resolved')], { askedAt: at }).patch.waitingSince).toEqual(at);
  });

  it('opens what it closed, but not what was closed since', () => {
    expect(undo(aCase({ status: 'closed' }), [change('status', 'open', 'closed')]).patch).toMatchObject({
      status: 'open',
      closedAt: null,
    });
    expect(undo(aCase({ status: 'closed' }), [change('priority', 4, 9)]).kept).toEqual(['priority']);
  });

  it('moves labels one by one', () => {
    const supportCase = aCase({ labelIds: [1, 7] });
    const relabelled = [change('labelIds', [1, 2], [1, 3, 7])];
    expect(undo(supportCase, relabelled).changes).toEqual([change('labelIds', [1, 7], [1, 2])]);
    expect(undo(supportCase, relabelled, { goneLabelIds: new Set([2]) }).patch.labelIds).toEqual([1]);
  });

  it('leaves a merged case alone', () => {
    expect(undo(aCase({ mergedIntoId: 5, status: 'closed' }), [change('status', 'open', 'closed')]).kept).toEqual([
      'status',
    ]);
  });

  it('restores custom fields, spam, trash and sleep', () => {
    const until = '2026-12-01T00:00:00.000Z';
    const supportCase = aCase({ spamAt: at, deletedAt: at });
    const changes = [
      change('customFields.size', null, 'L'),
      change('spam', false, true),
      change('deleted', false, true),
      change('snooze', { until }, null),
    ];
    expect(undo(supportCase, changes).patch).toEqual({
      customFields: {},
      spamAt: null,
      deletedAt: null,
      snoozedAt: at,
      snoozedUntil: new Date(until),
    });
  });
});

describe('what several writes did together', () => {
  it('is each field from its first value to its last', () => {
    const writes = [
      [change('status', 'new', 'open'), change('priority', 4, 9)],
      [change('status', 'open', 'resolved')],
    ];
    expect(netChanges(writes)).toEqual([change('status', 'new', 'resolved'), change('priority', 4, 9)]);
  });

  it('is nothing where a field came back', () => {
    expect(netChanges([[change('labelIds', [1], [1, 2])], [change('labelIds', [1, 2], [1])]])).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { relabelActions } from './relabel-actions.ts';

it('names the new label once wherever the old one was named, and leaves the rest alone', () => {
  const close = { type: 'set-status', status: 'resolved' } as const;
  const add = { type: 'append-labels', labels: ['VIP', 'refund', 'Refund'] } as const;
  const actions = [close, { ...add, labels: [...add.labels] }];

  expect(relabelActions(actions, 'refund', 'Refund')).toEqual([close, { ...add, labels: ['VIP', 'Refund'] }]);
  expect(relabelActions(actions, 'other', 'Refund')).toEqual(actions);
});

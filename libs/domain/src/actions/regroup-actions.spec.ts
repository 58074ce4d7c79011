import type { Action } from '@bureau/contracts';
import { expect, it } from 'vitest';
import { regroupActions } from './regroup-actions.ts';

const naming = (groupId: number): Action[] => [
  { type: 'set-group', groupId },
  { type: 'assign', by: 'least-busy', groupId },
  { type: 'send-email', recipient: { to: 'group', groupId }, subject: 'Look', html: '<p>Here.</p>' },
];

it('names the new group wherever the old one was named, and leaves the rest alone', () => {
  const others: Action[] = [...naming(5), { type: 'set-user', userId: 3 }, { type: 'set-group', groupId: null }];
  expect(regroupActions([...naming(3), ...others], 3, 7)).toEqual([...naming(7), ...others]);
});

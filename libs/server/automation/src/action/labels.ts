import type { ActionOf } from '@bureau/contracts';
import type { FieldHandler } from './action-handler.ts';
import type { Wish } from './outcome.ts';

export const setLabels: FieldHandler<'set-labels'> = {
  type: 'set-labels',
  needs: 'cases:update',
  wish: (_turn, action) => wished(action, 'replace'),
};

export const appendLabels: FieldHandler<'append-labels'> = {
  type: 'append-labels',
  needs: 'cases:update',
  wish: (_turn, action) => wished(action, 'append'),
};

export const removeLabels: FieldHandler<'remove-labels'> = {
  type: 'remove-labels',
  needs: 'cases:update',
  wish: (_turn, action) => wished(action, 'remove'),
};

type LabelAction = ActionOf<'set-labels' | 'append-labels' | 'remove-labels'>;

function wished({ labels }: LabelAction, labelAction: 'replace' | 'append' | 'remove'): Wish {
  return { wish: { labels, labelAction } };
}

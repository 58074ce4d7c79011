import type { FieldHandler } from './action-handler.ts';

export const setPriority: FieldHandler<'set-priority'> = {
  type: 'set-priority',
  needs: 'cases:update',
  wish: (_turn, { priority }) => ({ wish: { priority } }),
};

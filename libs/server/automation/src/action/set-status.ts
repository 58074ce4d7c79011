import type { FieldHandler } from './action-handler.ts';

export const setStatus: FieldHandler<'set-status'> = {
  type: 'set-status',
  needs: 'cases:update',
  wish: (_turn, { status }) => ({ wish: { status } }),
};

import type { FieldHandler } from './action-handler.ts';

export const markSpam: FieldHandler<'mark-spam'> = {
  type: 'mark-spam',
  needs: 'cases:update',
  wish: () => ({ wish: { spam: true } }),
};

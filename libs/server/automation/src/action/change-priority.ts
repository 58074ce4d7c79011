import type { FieldHandler } from './action-handler.ts';
import { nothing } from './outcome.ts';

const LOWEST = 1;
const HIGHEST = 10;

/** Stops at the ends. */
export const changePriority: FieldHandler<'change-priority'> = {
  type: 'change-priority',
  needs: 'cases:update',
  check: ({ by }) => (by === 0 ? [{ at: 'by', message: 'Say by how much, up or down.' }] : []),
  wish: async (turn, { by }) => {
    const { priority: before } = await turn.supportCase();
    const priority = Math.min(HIGHEST, Math.max(LOWEST, before + by));
    if (priority === before)
      return nothing(`The priority is ${before} already, and goes no ${by < 0 ? 'lower' : 'higher'}.`);
    return { wish: { priority } };
  },
};

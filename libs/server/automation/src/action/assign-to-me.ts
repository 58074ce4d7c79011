import { userIdOf } from '@bureau/contracts';
import type { FieldHandler } from './action-handler.ts';
import { refused } from './outcome.ts';

/** Of a macro: a rule is nobody. */
export const assignToMe: FieldHandler<'assign-to-me'> = {
  type: 'assign-to-me',
  needs: 'cases:update',
  wish: ({ actor }) => {
    const userId = userIdOf(actor);
    return userId === undefined
      ? refused('A rule is no person to assign the case to.')
      : { wish: { assigneeId: userId } };
  },
};

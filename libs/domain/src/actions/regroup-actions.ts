import type { Action } from '@bureau/contracts';

/** Actions that name one group name another instead. The others are the same. */
export function regroupActions(actions: readonly Action[], from: number, to: number): Action[] {
  return actions.map((action) => {
    if ('groupId' in action && action.groupId === from) return { ...action, groupId: to };
    if (action.type === 'send-email' && action.recipient.to === 'group' && action.recipient.groupId === from) {
      return { ...action, recipient: { to: 'group', groupId: to } };
    }
    return action;
  });
}

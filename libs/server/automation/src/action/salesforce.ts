import type { ActionType } from '@bureau/contracts';
import type { DeedHandler } from './action-handler.ts';
import { refused } from './outcome.ts';

const NOT_CONNECTED = 'Salesforce is not connected: set up Desk Connect first.';

/** Declared for Desk Connect. Nothing of it can be kept or done until there is a connection. */
export const postToChatter = afterConnecting('post-to-chatter');
export const syncCase = afterConnecting('sync-case');
export const syncCustomer = afterConnecting('sync-customer');

function afterConnecting<T extends ActionType>(type: T): DeedHandler<T> {
  return {
    type,
    needs: 'cases:update',
    check: () => [{ at: 'type', message: NOT_CONNECTED }],
    apply: () => refused(NOT_CONNECTED),
  };
}

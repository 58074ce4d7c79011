import type { Actor } from '@bureau/contracts';

/** In whose name the desk writes what Salesforce changed. */
export const SALESFORCE: Actor = { kind: 'sync', name: 'Salesforce' };

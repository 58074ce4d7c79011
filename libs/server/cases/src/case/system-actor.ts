import type { Actor } from '@bureau/contracts';

/** The desk itself, for what no person asked for. */
export const SYSTEM: Actor = { kind: 'system', name: 'Bureau' };

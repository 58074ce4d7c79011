import type { Actor } from '@bureau/contracts';

/** After a write of one's own as the desk: who creates somebody may see once what came of it, though no case is his. */
export const DESK: Actor = { kind: 'system', name: 'Bureau' };

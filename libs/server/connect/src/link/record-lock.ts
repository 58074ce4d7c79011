import type { SyncObject } from '@bureau/contracts';

/** What everybody who works on a link holds; see `HeldLocks`, whose names it shares with locks of transactions. */
export function recordLock(object: SyncObject, deskId: number): string {
  return `salesforce:${object}:${deskId}`;
}

/** Held by whoever asks what has changed in Salesforce, and by whoever writes so much there that it had better not be asked. */
export const POLL_LOCK = 'salesforce:poll';

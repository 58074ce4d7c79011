import type { Case } from '@bureau/contracts';
import { changeWords } from './change-case.words.ts';

const words = changeWords.frozen;

/** Who asks, and when (milliseconds since 1970). */
export interface FrozenFor {
  userId: number;
  mayChange: boolean;
  now: number;
}

/** Why nothing of a case can be changed by this reader now, as a sentence; null when it can. The desk decides in the end. */
export function frozenReason(supportCase: Case, { userId, mayChange, now }: FrozenFor): string | null {
  const { status, mergedIntoId, deletedAt, lock } = supportCase;
  if (mergedIntoId !== null) return words.merged(mergedIntoId);
  if (status === 'closed') return words.closed;
  if (deletedAt !== null) return words.deleted;
  if (!mayChange) return words.forbidden;
  if (lock && lock.user.id !== userId && Date.parse(lock.until) > now) return words.locked(lock.user.name);
  return null;
}

import { draftMemory } from './draft-memory.ts';
import { isBlank } from './writing.ts';

/** Whether something unsent, a reply or a note, lies on a case in this browser. */
export function hasDraft(storage: Storage, userId: number, caseId: number): boolean {
  const places = [caseId, `${caseId}.note`] as const;
  return places.some((place) => {
    const remembered = draftMemory(storage, userId, place).recall();
    return remembered !== null && !isBlank(remembered.writing);
  });
}

import { isListOf, isRecordOf, isText, readJson } from '@bureau/client';
import type { Guard } from '@bureau/client';
import { draftName } from './draft-place.ts';

const isAnything: Guard<unknown> = (_value): _value is unknown => true;
const isKept = isRecordOf<{ writing: { text: string; uploads: unknown[] } }>({
  writing: isRecordOf<{ text: string; uploads: unknown[] }>({ text: isText, uploads: isListOf(isAnything) }),
});

/** Whether something unsent, a reply or a note, lies on a case in this browser. */
export function hasDraft(storage: Storage, userId: number, caseId: number): boolean {
  const places = [caseId, `${caseId}.note`] as const;
  return places.some((place) => {
    const kept = readJson(storage.getItem(draftName(userId, place)), isKept);
    return kept !== null && (kept.writing.text.trim() !== '' || kept.writing.uploads.length > 0);
  });
}

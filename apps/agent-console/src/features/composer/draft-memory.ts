import { z } from 'zod';
import { draftName } from './draft-place.ts';
import type { DraftPlace } from './draft-place.ts';
import { Writing } from './writing.ts';

/** The copy of a draft in this browser: written at every keystroke, so that neither a crash nor a dead line loses a word. */
const Remembered = z.object({ writing: Writing, saved: z.boolean() });
export type Remembered = z.infer<typeof Remembered>;

export interface DraftMemory {
  /** Under which name the browser keeps it: other tabs are told of changes by it. */
  name: string;
  recall(): Remembered | null;
  remember(remembered: Remembered): void;
  forget(): void;
}

/** Keeps drafts apart by user and case: on a shared machine nobody finds another's words. */
export function draftMemory(storage: Storage, userId: number, place: DraftPlace): DraftMemory {
  const name = draftName(userId, place);
  return {
    name,
    recall: () => {
      const found = Remembered.safeParse(parseJson(storage.getItem(name)));
      return found.success ? found.data : null;
    },
    remember: (remembered) => {
      try {
        storage.setItem(name, JSON.stringify(remembered));
      } catch {
        // A full storage must not stop the writing; the desk keeps the draft too.
      }
    },
    forget: () => storage.removeItem(name),
  };
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

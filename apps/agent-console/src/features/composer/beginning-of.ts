import type { Remembered } from './draft-memory.ts';
import type { Writing } from './writing.ts';

/** What lies on the sheet at first: words that only this browser has, else the desk's draft, else nothing. */
export function beginningOf(remembered: Remembered | null, saved: Writing | null, empty: Writing): Remembered {
  if (remembered && !remembered.saved) return remembered;
  if (!saved) return { writing: empty, saved: true };
  const isSame = remembered?.writing.text === saved.text;
  return { writing: isSame ? remembered.writing : saved, saved: true };
}

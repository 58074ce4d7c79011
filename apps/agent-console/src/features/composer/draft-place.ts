/** A reply by its case; the note on a case is another draft. */
export type DraftPlace = number | `${number}.note`;

/** Under which name a browser keeps a draft: apart by user and case, so that nobody finds another's words. */
export function draftName(userId: number, place: DraftPlace): string {
  return `bureau.draft.${userId}.${place}`;
}

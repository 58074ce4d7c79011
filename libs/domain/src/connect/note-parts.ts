/** Most bytes of UTF-8 that a CaseComment holds. */
export const COMMENT_BYTES = 4_000;

const encoder = new TextEncoder();
const bytes = (text: string) => encoder.encode(text).length;

/**
 * A note as the comments that hold it: one, or several that begin with "(1/2) ". Cut between words where there is one in
 * the last quarter, never through a character. Put together again (without the marks) they are the note.
 */
export function noteParts(text: string, limit = COMMENT_BYTES): string[] {
  if (bytes(text) <= limit) return [text];
  for (let digits = 1; ; digits++) {
    const room = limit - bytes(`(${'9'.repeat(digits)}/${'9'.repeat(digits)}) `);
    const parts = cut(text, room);
    if (String(parts.length).length <= digits) {
      return parts.map((part, index) => `(${index + 1}/${parts.length}) ${part}`);
    }
  }
}

function cut(text: string, room: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (bytes(rest) > room) {
    const part = beginning(rest, room);
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return rest === '' ? parts : [...parts, rest];
}

/** What fits, up to and with the last white space of its last quarter. */
function beginning(text: string, room: number): string {
  let length = 0;
  let used = 0;
  for (const character of text) {
    used += bytes(character);
    if (used > room) break;
    length += character.length;
  }
  const fitting = text.slice(0, length);
  const space = Math.max(fitting.lastIndexOf('\n'), fitting.lastIndexOf(' ')) + 1;
  return space > length * 0.75 ? fitting.slice(0, space) : fitting;
}

import type { TextMark } from '@bureau/contracts';

/** What PostgreSQL puts around what it found; no text that people write keeps these characters. */
export const MARK_START = '\u0002';
export const MARK_END = '\u0003';

/** What stands for `<` and `>` meanwhile: PostgreSQL would take what is between them for a tag and leave it out. */
const [LESS, GREATER] = ['\u0004', '\u0005'];

/** SQL of a text as it is to be searched for marks; {@link readMarks} reads what comes back. */
export function toBeMarked(column: string): string {
  return `translate(${column}, '<>${MARK_START}${MARK_END}', '${LESS}${GREATER}')`;
}

/** A text and where in it something was found. */
export interface MarkedText {
  text: string;
  marks: TextMark[];
}

/** Reads a text with {@link MARK_START} and {@link MARK_END} in it. */
export function readMarks(marked: string): MarkedText {
  const marks: TextMark[] = [];
  let text = '';
  for (const [index, part] of marked.replaceAll(LESS, '<').replaceAll(GREATER, '>').split(MARK_START).entries()) {
    const [found = '', rest] = part.split(MARK_END);
    if (index > 0 && rest !== undefined) marks.push([text.length, text.length + found.length]);
    text += found + (rest ?? '');
  }
  return { text, marks };
}

import type { TextMark } from '@bureau/contracts';

/** What PostgreSQL puts around what it found; no text that people write keeps these characters. */
export const MARK_START = '\u0002';
export const MARK_END = '\u0003';

/** A text and where in it something was found. */
export interface MarkedText {
  text: string;
  marks: TextMark[];
}

/** Reads a text with {@link MARK_START} and {@link MARK_END} in it. */
export function readMarks(marked: string): MarkedText {
  const marks: TextMark[] = [];
  let text = '';
  for (const [index, part] of marked.split(MARK_START).entries()) {
    const [found = '', rest] = part.split(MARK_END);
    if (index > 0 && rest !== undefined) marks.push([text.length, text.length + found.length]);
    text += found + (rest ?? '');
  }
  return { text, marks };
}

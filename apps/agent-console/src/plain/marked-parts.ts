export interface MarkedPart {
  text: string;
  isMarked: boolean;
}

/** Cuts a text at its marks: [begin, end) in UTF-16 units, in order. What lies outside the text is left out. */
export function markedParts(text: string, marks: readonly (readonly [number, number])[]): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let at = 0;
  for (const [begin, end] of marks) {
    const from = Math.max(at, begin);
    const to = Math.min(text.length, end);
    if (to <= from) continue;
    if (from > at) parts.push({ text: text.slice(at, from), isMarked: false });
    parts.push({ text: text.slice(from, to), isMarked: true });
    at = to;
  }
  return at < text.length ? [...parts, { text: text.slice(at), isMarked: false }] : parts;
}

/** [begin, end) in UTF-16 units. */
export type Mark = readonly [number, number];

export interface Match {
  /** How well it fits: 4 at the very beginning of the text, down to just above 0. */
  score: number;
  /** The parts of the text that fit, in order and apart from each other. */
  marks: Mark[];
}

interface Fit {
  score: number;
  marks: Mark[];
}

/**
 * Whether a text holds every word of what was typed: as its beginning, the beginning of one of its words, a part of it,
 * or by the beginnings of several of its words (`asme` finds "Assign to me"). Case and accents do not matter. What is
 * found only in `also`, words that are not shown, fits least. Null when a word is missing.
 */
export function matchWords(text: string, typed: string, also = ''): Match | null {
  const folded = fold(text);
  const foldedAlso = fold(also);
  const words = fold(typed).split(/\s+/).filter(Boolean);

  const fits: Fit[] = [];
  for (const word of words) {
    const fit = fitOf(word, folded) ?? (foldedAlso.includes(word) ? { score: 0.5, marks: [] } : null);
    if (!fit) return null;
    fits.push(fit);
  }
  const score = fits.reduce((sum, fit) => sum + fit.score, 0) / Math.max(1, fits.length);
  // Of two texts that fit alike, the shorter one is more of what was meant.
  return { score: score - Math.min(text.length, 100) / 1000, marks: joined(fits.flatMap(({ marks }) => marks)) };
}

/** Lower case without accents, unit for unit, so that places in it are places in the text. */
function fold(text: string): string {
  return Array.from({ length: text.length }, (_, at) => text.charAt(at).normalize('NFD').charAt(0).toLowerCase()).join(
    '',
  );
}

function fitOf(word: string, text: string): Fit | null {
  const starts = startsOf(text);
  const first = starts.find((at) => text.startsWith(word, at));
  if (first !== undefined) return { score: first === 0 ? 4 : 3, marks: [[first, first + word.length]] };
  const at = text.indexOf(word);
  if (at >= 0) return { score: 2, marks: [[at, at + word.length]] };
  const marks = byBeginnings(word, text, starts);
  return marks && { score: 1, marks };
}

/** Where words begin. */
function startsOf(text: string): number[] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => index);
}

/** The word spelled by beginnings of words that follow each other, the longest beginnings first. */
function byBeginnings(word: string, text: string, starts: readonly number[]): Mark[] | null {
  if (word === '') return [];
  for (const [index, start] of starts.entries()) {
    for (let length = commonLength(word, text.slice(start)); length > 0; length -= 1) {
      const rest = byBeginnings(word.slice(length), text, starts.slice(index + 1));
      if (rest) return [[start, start + length], ...rest];
    }
  }
  return null;
}

function commonLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one.charAt(length) === other.charAt(length)) length += 1;
  return length;
}

function joined(marks: readonly Mark[]): Mark[] {
  const result: Mark[] = [];
  for (const [begin, end] of marks.toSorted(([a], [b]) => a - b)) {
    const last = result.at(-1);
    if (last && begin <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], end)];
    else result.push([begin, end]);
  }
  return result;
}

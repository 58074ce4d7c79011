import type { TextRange } from './post-pieces.ts';

export interface SplitRules {
  /** Whether a text may stand alone as one part. */
  fits: (text: string) => boolean;
  /** What is not torn apart unless it is too long by itself: links, mentions, tags. In the order of the text. */
  whole: readonly TextRange[];
}

/** Where a text may be cut, from the best to the worst. */
interface Borders {
  spaces: number[];
  sentences: Set<number>;
  words: number[];
  signs: number[];
  /** Also inside of what should stay whole. */
  anySign: number[];
}

const ENDS_SENTENCE = /[.!?…。！？]["'”’»)\]]*$/;

/**
 * Cuts a text into parts that fit, each as long as possible, behind a line or sentence where one ends in the second half of
 * a part, else between words, else between signs: never inside of what is `whole`, an emoji or a letter with its accents.
 * Between two parts lies nothing but white space, and no part begins or ends with any.
 */
export function splitText(text: string, { fits, whole }: SplitRules): TextRange[] {
  const parts: TextRange[] = [];
  const borders = bordersOf(text, whole);
  for (let from = skipSpace(text, 0); from < text.length;) {
    const end = endOf(text, from, { fits, borders });
    const to = from + text.slice(from, end).trimEnd().length;
    parts.push({ from, to });
    from = skipSpace(text, end);
  }
  return parts;
}

function endOf(text: string, from: number, { fits, borders }: Pick<SplitRules, 'fits'> & { borders: Borders }): number {
  const fitsUpTo = (end: number) => fits(text.slice(from, end).trimEnd());
  if (fitsUpTo(text.length)) return text.length;
  const furthest = furthestOf(borders.words, from, fitsUpTo);
  if (furthest !== null) {
    const half = from + (furthest - from) / 2;
    const spaces = borders.spaces.filter((at) => at > half && at <= furthest);
    return spaces.findLast((at) => borders.sentences.has(at)) ?? spaces.at(-1) ?? furthest;
  }
  // One word is too long, one link, or one sign with ever so many accents: it is torn where it must be.
  const torn = furthestOf(borders.signs, from, fitsUpTo) ?? furthestOf(borders.anySign, from, fitsUpTo);
  return torn ?? from + codePointAt(text, from).length;
}

/** The last border that still fits: texts grow from one to the next, and so does what they count. */
function furthestOf(borders: readonly number[], from: number, fitsUpTo: (end: number) => boolean): number | null {
  const first = firstBeyond(borders, from);
  let [low, high] = [first, borders.length - 1];
  let furthest: number | null = null;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const end = borders[middle] ?? from;
    if (fitsUpTo(end)) {
      furthest = end;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return furthest;
}

function firstBeyond(borders: readonly number[], from: number): number {
  let [low, high] = [0, borders.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((borders[middle] ?? 0) > from) high = middle;
    else low = middle + 1;
  }
  return low;
}

function bordersOf(text: string, whole: readonly TextRange[]): Borders {
  const anySign = startsOf(text, 'grapheme');
  const isInside = insideOf(whole);
  const signs = anySign.filter((at) => !isInside(at));
  const isSign = new Set(signs);
  const words = startsOf(text, 'word').filter((at) => isSign.has(at));
  const spaces = words.filter((at) => /\s/.test(text[at] ?? ' ') && !/\s/.test(text[at - 1] ?? ''));
  const sentences = new Set(spaces.filter((at) => text[at] === '\n' || ENDS_SENTENCE.test(text.slice(at - 4, at))));
  return { spaces, sentences, words, signs, anySign };
}

/** Asked from the beginning of a text to its end. */
function insideOf(whole: readonly TextRange[]): (at: number) => boolean {
  let index = 0;
  return (at) => {
    while ((whole[index]?.to ?? Infinity) <= at) index += 1;
    return at > (whole[index]?.from ?? Infinity);
  };
}

function startsOf(text: string, granularity: 'grapheme' | 'word'): number[] {
  return [...new Intl.Segmenter('en', { granularity }).segment(text)].map(({ index }) => index);
}

function skipSpace(text: string, from: number): number {
  return text.length - text.slice(from).trimStart().length;
}

function codePointAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0);
}

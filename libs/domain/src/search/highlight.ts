import type { SearchTerm } from './search-query.ts';

/** Where something stands in a text: UTF-16 units, the end excluded. */
export type Mark = [begin: number, end: number];

/** What counts as found, folded: the beginning of a word. */
export interface Stem {
  text: string;
  /** Only with an ordinary ending after it. */
  whole: boolean;
  /** Anywhere in a word, in scripts that put no spaces between them. */
  inside: boolean;
}

const MARKS_AT_MOST = 20;
const STEMS_AT_MOST = 12;
/** Letters that an ending may have: «delivery» is found in «deliveries». */
const ENDING_AT_MOST = 4;
const SHORTEST_STEM = 3;
const ENDING = /(?:ations?|ings?|edly|ies|ied|ed|es|s|e|y)$/;
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts without spaces between words. */
const UNSPACED = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

/** What a search looks for, as beginnings of words; without what it excludes. */
export function stemsOf(terms: readonly SearchTerm[]): Stem[] {
  const stems = terms
    .filter((term) => !term.not)
    .flatMap(({ text, prefix }) => (text.match(WORD) ?? []).map((word) => stemOf(fold(word), prefix)));
  const distinct = new Map(stems.map((stem) => [stem.text, stem]));
  return [...distinct.values()].slice(0, STEMS_AT_MOST);
}

function stemOf(word: string, prefix: boolean): Stem {
  const inside = UNSPACED.test(word);
  if (prefix || inside) return { text: word, whole: false, inside };
  const short = word.replace(ENDING, '');
  return { text: short.length >= SHORTEST_STEM ? short : word, whole: true, inside };
}

/** Where the stems stand in a text, in order and apart from each other. The text itself stays as it is: nothing to escape. */
export function marksIn(text: string, stems: readonly Stem[]): Mark[] {
  const folded = fold(text);
  const marks: Mark[] = [];
  for (const { index, 0: word } of folded.matchAll(WORD)) {
    const mark = markIn(word, stems);
    if (mark) marks.push([index + mark[0], index + mark[1]]);
    if (marks.length === MARKS_AT_MOST) break;
  }
  return marks;
}

function markIn(word: string, stems: readonly Stem[]): Mark | undefined {
  for (const { text, whole, inside } of stems) {
    if (inside) {
      const begin = word.indexOf(text);
      if (begin >= 0) return [begin, begin + text.length];
      continue;
    }
    const longest = whole ? text.length + Math.min(ENDING_AT_MOST, text.length - 1) : Infinity;
    if (word.startsWith(text) && word.length <= longest) return [0, word.length];
  }
  return undefined;
}

/** Lower case without accents, sign by sign: every place stays where it is. */
export function fold(text: string): string {
  return text.replace(/[^\0-\x7f]/g, foldSign).replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

function foldSign(sign: string): string {
  const bare = sign.normalize('NFD').charAt(0).toLowerCase();
  return bare.length === sign.length ? bare : sign;
}

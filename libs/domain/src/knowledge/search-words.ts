/** Words of one search; whoever types more of them is not heard beyond. */
const MOST_WORDS = 12;
const LONGEST_WORD = 40;
const MOST_SIGNS = 5_000;

/** What one typed word may mean. */
export type Meanings = { text: string; prefix: boolean }[];

/** How closely words must be met: all of them as they are typed, all as they may be meant, or many of those. */
export type Closeness = 'typed' | 'meant' | 'some';

/** One attempt to find something: words of a language, and how closely they are taken. */
export interface SoughtWords {
  closeness: Closeness;
  wanted: Meanings[];
  language: string;
}

/** What somebody typed, as words without accents and signs, each once and in order. */
export function wordsOf(typed: string, atMost = MOST_WORDS): string[] {
  const words = foldWord(typed.slice(0, MOST_SIGNS)).match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length <= LONGEST_WORD))].slice(0, atMost);
}

export function foldWord(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .normalize('NFC');
}

/** How many words a misspelled one is taken to mean at most. */
const MOST_MEANINGS = 5;

/** Those of similar words that a slip of the keys explains: one in a short word, two in a long one; the likeliest first. */
export function meantBy(typed: string, similar: readonly string[]): string[] {
  const slips = typed.length < 4 ? 0 : typed.length < 7 ? 1 : 2;
  return similar
    .map((word) => ({ word, distance: editDistance(typed, word) }))
    .filter(({ distance, word }) => distance <= slips || (distance === slips + 1 && endsOtherwise(typed, word)))
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_MEANINGS)
    .map(({ word }) => word);
}

/** A word that goes on, such as a plural, is as near as one with a slip. */
function endsOtherwise(typed: string, word: string): boolean {
  const [short, long] = typed.length < word.length ? [typed, word] : [word, typed];
  return short.length >= 4 && long.startsWith(short.slice(0, -1));
}

/** How many letters must be added, left out, changed or swapped with their neighbour to turn one word into another. */
export function editDistance(a: string, b: string): number {
  const [x, y] = [[...a], [...b]];
  let beforeLast: number[] = [];
  let last = Array.from({ length: y.length + 1 }, (_, index) => index);
  for (let i = 1; i <= x.length; i++) {
    const row = [i];
    for (let j = 1; j <= y.length; j++) {
      const change = x[i - 1] === y[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + change);
      const swapped = i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1];
      if (swapped) least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      row.push(least);
    }
    [beforeLast, last] = [last, row];
  }
  return last[y.length] ?? 0;
}

/** What is kept of a visitor's search: its words in order, without whatever may be an address or a number of somebody. */
export function keptWords(typed: string): string {
  const impersonal = typed
    .replace(/\S*@\S*/g, ' ')
    .replace(/\S*\d{5,}\S*/g, ' ')
    .replace(/[+(]*\d(?:[\s()/.-]*\d){4,}/g, ' ');
  return wordsOf(impersonal).join(' ').slice(0, 100);
}

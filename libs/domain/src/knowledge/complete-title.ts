import { foldWord } from './search-words.ts';

/** A title in words, folded, each with where it begins and ends. */
export interface PlacedWord {
  text: string;
  mark: [number, number];
}

export function placedWords(title: string): PlacedWord[] {
  return [...title.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    text: foldWord(word),
    mark: [index, index + word.length],
  }));
}

/**
 * Where a title has what somebody types, when each typed word begins one of its words or of its keywords (which are folded);
 * undefined when not.
 */
export function completes(
  { words, keywords = [] }: { words: readonly PlacedWord[]; keywords?: readonly string[] },
  typed: readonly string[],
): { marks: [number, number][] } | undefined {
  const marks = new Set<[number, number]>();
  for (const wanted of typed) {
    const met = words.filter(({ text }) => text.startsWith(wanted));
    if (met.length === 0 && !keywords.some((keyword) => keyword.startsWith(wanted))) return undefined;
    for (const { mark } of met) marks.add(mark);
  }
  return { marks: [...marks].sort(([a], [b]) => a - b) };
}

/** Capitals of the Latin, Greek and Cyrillic scripts that have exactly one small letter. */
const RANGES: readonly [from: number, to: number][] = [
  [0x41, 0x5a],
  [0xc0, 0xde],
  [0x100, 0x17d],
  [0x386, 0x3ab],
  [0x400, 0x42f],
];

/** Pairs of a capital and its small letter; `fold_text` in the database folds the same ones (0070_filters.sql). */
export const FOLDED_LETTERS: readonly (readonly [capital: string, small: string])[] = RANGES.flatMap(([from, to]) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)),
)
  .map((capital) => [capital, capital.toLowerCase()] as const)
  .filter(([capital, small]) => small !== capital && small.length === 1);

const SMALL = new Map(FOLDED_LETTERS);
const CAPITALS = new RegExp(`[${FOLDED_LETTERS.map(([capital]) => capital).join('')}]`, 'g');

/**
 * A text as conditions compare it: composed (Unicode NFC), capitals as small letters. Which letters have which small
 * ones is written out, because the databases that this runs on disagree about it with browsers, and with each other.
 */
export function foldText(text: string): string {
  return text.normalize('NFC').replace(CAPITALS, (capital) => SMALL.get(capital) ?? capital);
}

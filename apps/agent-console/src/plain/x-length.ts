/** How long a post on X may be, in its own count. */
export const X_LONGEST = 280;

const ADDRESS_LENGTH = 23;
const ADDRESSES = /https?:\/\/[^\s]+/g;

/** As X counts (twitter-text 3): addresses as 23, Latin and general punctuation as 1, everything else and emoji as 2. */
export function xLength(text: string): number {
  const normal = text.normalize('NFC');
  const addresses = normal.match(ADDRESSES) ?? [];
  const words = normal.replace(ADDRESSES, '');
  const signs = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(words)];
  return signs.reduce((sum, { segment }) => sum + weightOf(segment), addresses.length * ADDRESS_LENGTH);
}

function weightOf(sign: string): number {
  if (/\p{Extended_Pictographic}/u.test(sign)) return 2;
  return [...sign].reduce((sum, character) => sum + (isLight(character.codePointAt(0) ?? 0) ? 1 : 2), 0);
}

function isLight(code: number): boolean {
  return (
    code <= 0x10ff ||
    (code >= 0x2000 && code <= 0x200d) ||
    (code >= 0x2010 && code <= 0x201f) ||
    (code >= 0x2032 && code <= 0x2037)
  );
}

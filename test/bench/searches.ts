import type { FigureName } from './throughput.ts';

/** Words that a third to four fifths of all generated cases have. */
const COMMON = [
  'grinder',
  'delivery',
  'machine',
  'parcel',
  'refund',
  'invoice',
  'water',
  'password',
  'screen',
  'broken',
];
const RARE = 1000;

export function isSearch(figure: FigureName): boolean {
  return figure.startsWith('search');
}

/** What is searched for: a word of every second case, the number of one order, a word that nobody wrote; or all in turn. */
export function searchesOf(figure: FigureName): string[] {
  const common = Array.from({ length: RARE }, (_, index) => COMMON[index % COMMON.length] ?? '');
  const rare = Array.from({ length: RARE }, (_, index) => `LX${1_000_001 + ((index * 7) % 10_000)}`);
  const none = Array.from({ length: RARE }, (_, index) => `qz${letters(index)}x`);
  if (figure === 'search, common') return common;
  if (figure === 'search, rare') return rare;
  if (figure === 'search, no hit') return none;
  return common.flatMap((word, index) => [word, rare[index] ?? '', none[index] ?? '']);
}

function letters(index: number): string {
  return [...String(index)].map((digit) => 'bcdfghjklm'.charAt(Number(digit))).join('');
}

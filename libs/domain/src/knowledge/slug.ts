const LONGEST = 80;

/** A title as it stands in an address: lower case, accents left out, whatever is no letter or digit a hyphen. */
export function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return [...plain].slice(0, LONGEST).join('').replace(/-+$/, '') || '-';
}

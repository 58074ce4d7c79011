/** A text by its key: English, German. `{0}`, `{1}` stand for what is put in, see `phrase`. */
export type Pairs = Readonly<Record<string, readonly [english: string, german: string]>>;

type Said<P extends Pairs> = { readonly [Key in keyof P]: string };

export function englishOf<P extends Pairs>(pairs: P): Said<P> {
  return said(pairs, 0);
}

export function germanOf<P extends Pairs>(pairs: P): Said<P> {
  return said(pairs, 1);
}

function said<P extends Pairs>(pairs: P, index: 0 | 1): Said<P>;
function said(pairs: Pairs, index: 0 | 1): Record<string, string> {
  return Object.fromEntries(Object.entries(pairs).map(([key, pair]) => [key, pair[index]]));
}

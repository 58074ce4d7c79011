/**
 * What a page gives its template: plain data by the names of product.md 4.4. A value that costs a query is a function
 * without arguments (own property, called when the theme asks for it, may return a promise; see `once`). HTML that was
 * cleaned is a `SafeHtml`; everything else is escaped.
 */
export type LiquidObjects = Record<string, unknown>;

/** The same value however often a theme asks for it. */
export function once<T>(read: () => T): () => T {
  let known: { value: T } | undefined;
  return () => (known ??= { value: read() }).value;
}

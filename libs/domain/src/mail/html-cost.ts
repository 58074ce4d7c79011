/** What makes HTML expensive for every tool that builds a tree of it, most of all a sanitiser in the server's own thread. */
export interface HtmlCost {
  /** Opening tags. */
  tags: number;
  /** Levels of nesting, at most those that a browser would make. */
  depth: number;
}

/** They have no content, or close by themselves at the next one of their kind (HTML §13.1.2.4). */
const FLAT =
  /^(?:area|base|br|col|colgroup|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|source|tbody|td|tfoot|th|thead|tr|track|wbr)$/;

/** Counts without building anything; linear. Measured: sanitising 380,000 nested elements takes a minute. */
export function htmlCost(html: string): HtmlCost {
  const cost = { tags: 0, depth: 0 };
  let depth = 0;
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (closing !== '/') cost.tags++;
    if (FLAT.test(name.toLowerCase())) continue;
    depth = closing === '/' ? Math.max(0, depth - 1) : depth + 1;
    cost.depth = Math.max(cost.depth, depth);
  }
  return cost;
}

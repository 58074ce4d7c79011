/** A part of a text; offsets in UTF-16 units, `to` excluded. */
export interface TextRange {
  from: number;
  to: number;
}

/** A stretch of a post that is shown in one way. */
export interface PostPiece<Link> {
  text: string;
  link: Link | null;
  /** It is what somebody searched for. */
  hit: boolean;
}

/**
 * Cuts a post into what is shown in one way each: plain or a link, a hit of a search or not. Links do not overlap, nor do
 * hits; a hit may begin inside of a link and end behind it.
 */
export function piecesOf<Link extends TextRange>(
  text: string,
  links: readonly Link[],
  hits: readonly TextRange[] = [],
): PostPiece<Link>[] {
  const borders = [...links, ...hits].flatMap(({ from, to }) => [from, to]);
  const cuts = [...new Set([0, ...borders, text.length])].filter((at) => at <= text.length).sort((a, b) => a - b);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index] ?? 0;
    const holds = (range: TextRange) => range.from <= from && to <= range.to;
    return { text: text.slice(from, to), link: links.find(holds) ?? null, hit: hits.some(holds) };
  });
}

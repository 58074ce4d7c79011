import type { ReplyWay } from '@bureau/contracts';

/** A thread longer than this is refused. */
export const MOST_POSTS = 25;

/** How X counts and cuts; its rules come later than the composer. */
export type XRuler = Pick<typeof import('@bureau/domain/x-text'), 'splitForX' | 'xLength'>;

/** How long a text is where it is to be said. */
export interface Measure {
  length: number;
  limit: number;
  /** By how much it is too long; 0: it fits. */
  over: number;
  /** What it would become as a thread; empty where it fits, or where a network knows no threads. */
  parts: readonly string[];
}

/** As the network counts; null as long as the rules of X are not here. */
export function measure(
  text: string,
  { limit, counting }: Pick<ReplyWay, 'limit' | 'counting'>,
  x: XRuler | null,
): Measure | null {
  const said = text.trim();
  if (counting === 'characters') return { length: said.length, limit, over: over(said.length, limit), parts: [] };
  if (x === null) return null;
  const length = x.xLength(said);
  const parts = length > limit ? x.splitForX(said, limit).map(({ from, to }) => said.slice(from, to)) : [];
  return { length, limit, over: over(length, limit), parts };
}

function over(length: number, limit: number): number {
  return Math.max(0, length - limit);
}

/** How near the end is: what a writer has to be told of, and not at every key. */
export type Nearness = 'far' | 'near' | 'over';

export function nearness({ length, limit }: Measure): Nearness {
  if (length > limit) return 'over';
  return limit - length <= Math.max(20, limit / 20) ? 'near' : 'far';
}

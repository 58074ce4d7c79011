import { MOST_PARTS, splitText, type TextRange, type WayThere } from '@bureau/domain';
import { splitForX, xLength } from '@bureau/domain/x-text';
import { ProblemError } from '@bureau/platform';

/** Nobody writes so much; counting it as X does would take its time. */
const MOST_CHARACTERS = 100_000;
const LINKS = /https?:\/\/\S+/giu;

type Limit = Pick<WayThere, 'limit' | 'counting' | 'toComment'>;

/**
 * The posts that a text becomes: one, or a thread when that is asked for. Throws post.too-long with how much it is `over`,
 * and post.too-many-parts.
 */
export function partsOf(text: string, way: Limit, split: boolean): TextRange[] {
  const { limit, counting, toComment } = way;
  const length = counting === 'x' && text.length <= MOST_CHARACTERS ? xLength(text) : text.length;
  if (length <= limit) return [{ from: 0, to: text.length }];
  if (!split || toComment) throw new ProblemError('post.too-long', { over: length - limit, limit, length });
  if (length > limit * MOST_PARTS) throw new ProblemError('post.too-many-parts');

  const parts = counting === 'x' ? splitForX(text, limit) : splitText(text, rulesFor(text, limit));
  if (parts.length > MOST_PARTS) throw new ProblemError('post.too-many-parts');
  return parts;
}

function rulesFor(text: string, limit: number) {
  const whole = [...text.matchAll(LINKS)].map(({ index, 0: link }) => ({ from: index, to: index + link.length }));
  return { fits: (part: string) => part.length <= limit, whole };
}

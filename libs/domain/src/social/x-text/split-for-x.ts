import type { TextRange } from '../post-pieces.ts';
import { splitText } from '../split-text.ts';
import { entitiesOf } from './x-entities.ts';
import { xLength } from './x-length.ts';

/** The parts of a thread on X, each of at most `limit` as X counts. */
export function splitForX(text: string, limit: number): TextRange[] {
  return splitText(text, { fits: (part) => xLength(part) <= limit, whole: entitiesOf(text) });
}

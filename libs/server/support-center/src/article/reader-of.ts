import type { Reader } from '@bureau/knowledge';
import type { CenterRequest } from '../page/center-request.ts';

/** Seconds for which a page of the knowledge base is kept; a change by another process is seen after that. */
export const KEPT_SECONDS = 30;

/** Who reads, as the knowledge base asks it. */
export function readerOf({ brand, language, visitor }: CenterRequest): Reader {
  return { brandId: brand.id, language, signedIn: visitor !== null };
}

/** Somebody who reads a brand's pages in a language; signed in or a guest. */
export interface Reader {
  brandId: number;
  language: string;
  signedIn: boolean;
}

/** The values that {@link READABLE} and {@link ON_PAGES} ask for, in their order: `$1` brand, `$2` audiences, `$3` now. */
export function readerValues({ brandId, signedIn }: Pick<Reader, 'brandId' | 'signedIn'>, now: Date): unknown[] {
  return [brandId, signedIn ? ['public', 'signed-in'] : ['public'], now];
}

/** Topics `o` that a reader may see. Every public query joins through the brand first (S32). */
export const ON_PAGES = `o.audience = ANY($2::text[])
  AND EXISTS (SELECT FROM topic_brands tb WHERE tb.topic_id = o.id AND tb.brand_id = $1)`;

/** Texts `t` of articles `a` in topics `o` that a reader may read at this moment. */
export const READABLE = `t.publish_at <= $3 AND NOT a.internal AND a.deleted_at IS NULL AND ${ON_PAGES}`;

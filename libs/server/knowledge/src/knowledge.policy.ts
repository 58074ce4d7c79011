import type { Actor } from '@bureau/contracts';
import type { AccessClause } from '@bureau/identity';

/** The brands that an actor serves; null: every one. Customers serve none. */
export function servedBrands(actor: Actor): readonly number[] | null {
  switch (actor.kind) {
    case 'user':
    case 'application':
      return actor.access.brandIds;
    case 'customer':
      return [];
    case 'system':
    case 'sync':
    case 'rule':
      return null;
  }
}

/**
 * Whether an actor may see what is on the pages of these brands. What is on nobody's pages is seen by those who serve
 * every brand.
 */
export function serves(actor: Actor, brandIds: readonly number[]): boolean {
  const served = servedBrands(actor);
  return served === null || brandIds.some((id) => served.includes(id));
}

/** Whether an actor may change it: nobody changes the pages of a brand that he does not serve. */
export function servesAll(actor: Actor, brandIds: readonly number[]): boolean {
  const served = servedBrands(actor);
  return served === null || (brandIds.length > 0 && brandIds.every((id) => served.includes(id)));
}

/** The same rule in SQL: topics `o` of brands among `$place`, or any when that is null (S32). */
export function servedSql(place: number): string {
  return `($${place}::bigint[] IS NULL OR EXISTS (
    SELECT FROM topic_brands tb WHERE tb.topic_id = o.id AND tb.brand_id = ANY($${place}::bigint[])))`;
}

/** As {@link servedSql}, for whoever builds a statement; its placeholder is `$first`. */
export function knowledgeAccess(actor: Actor, first: number): AccessClause {
  return { kind: 'served', sql: servedSql(first), values: [servedBrands(actor)] };
}

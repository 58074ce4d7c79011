import type { Actor } from '@bureau/contracts';

/** The brands that an actor sees; null means every one. */
export function servedBy(actor: Actor): number[] | null {
  switch (actor.kind) {
    case 'system':
    case 'sync':
    case 'rule':
      return null;
    case 'customer':
      return [];
    case 'user':
    case 'application':
      return actor.access.brandIds;
  }
}

/** Whether the brand exists for this actor. */
export function servesBrand(actor: Actor, brandId: number): boolean {
  const served = servedBy(actor);
  return served === null || served.includes(brandId);
}

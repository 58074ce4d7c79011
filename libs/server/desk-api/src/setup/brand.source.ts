import type { Actor } from '@bureau/contracts';
import type { AccessClause } from '@bureau/identity';
import { byNumber } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { link, time } from '../resource/sql.ts';

export const BRANDS: Source = {
  class: 'brand',
  from: 'brands b',
  id: 'b.id',
  where: 'true',
  access: servedBrands,
  keys: { brand: byNumber('b.id = $') },
  members: { id: 'b.id', name: 'b.name', created_at: time('b.created_at'), updated_at: time('b.updated_at') },
  links: { self: link('/brands/{b.id}', 'brand') },
  sorts: { id: 'b.id', name: 'b.name', created_at: 'b.created_at', updated_at: 'b.updated_at' },
  perPage: 1000,
};

/** Those whose cases somebody serves. */
function servedBrands(actor: Actor, first: number): AccessClause {
  const brandIds = actor.kind === 'user' || actor.kind === 'application' ? actor.access.brandIds : null;
  return brandIds === null
    ? { kind: 'all', sql: 'true', values: [] }
    : { kind: 'brands', sql: `b.id = ANY($${first}::bigint[])`, values: [brandIds] };
}

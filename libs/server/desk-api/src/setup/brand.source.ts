import { servedBy } from '@bureau/identity';
import { byNumber } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { link, time } from '../resource/sql.ts';

export const BRANDS: Source = {
  class: 'brand',
  from: 'brands b',
  id: 'b.id',
  where: 'true',
  access: (actor, first) => ({
    kind: 'served',
    sql: `$${first}::bigint[] IS NULL OR b.id = ANY($${first}::bigint[])`,
    values: [servedBy(actor)],
  }),
  keys: {
    brand: byNumber('b.id = $'),
    topic: byNumber('EXISTS (SELECT FROM topic_brands tb WHERE tb.brand_id = b.id AND tb.topic_id = $)'),
  },
  members: { id: 'b.id', name: 'b.name', created_at: time('b.created_at'), updated_at: time('b.updated_at') },
  links: {
    self: link('/brands/{b.id}', 'brand'),
    topics: link('/brands/{b.id}/topics', 'topic'),
    articles: link('/brands/{b.id}/articles', 'article'),
  },
  sorts: { id: 'b.id', name: 'b.name', created_at: 'b.created_at', updated_at: 'b.updated_at' },
  perPage: 1000,
};

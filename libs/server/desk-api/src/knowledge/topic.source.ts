import { knowledgeAccess } from '@bureau/knowledge';
import { byFlag, byNumber, byText } from '../resource/condition.ts';
import { locale } from '../resource/language.ts';
import type { Source } from '../resource/source.ts';
import { link, linkCounted, textOrNull, time } from '../resource/sql.ts';

export const TOPICS: Source = {
  class: 'topic',
  from: (languages) => `topics o JOIN LATERAL (
    SELECT * FROM topic_translations s WHERE s.topic_id = o.id
    ORDER BY array_position(${languages}, ${locale('s.language')}), s.language <> o.language LIMIT 1) t ON true`,
  id: 'o.id',
  where: 'true',
  access: knowledgeAccess,
  keys: {
    topic: byNumber('o.id = $'),
    brand: byNumber('EXISTS (SELECT FROM topic_brands tb WHERE tb.topic_id = o.id AND tb.brand_id = $)'),
  },
  members: {
    id: 'o.id',
    name: 't.name',
    description: textOrNull('t.description'),
    position: 'o.position',
    allow_questions: 'o.allow_questions',
    in_support_center: "o.audience <> 'agents'",
    locale: locale('t.language'),
    created_at: time('o.created_at'),
    updated_at: time('o.updated_at'),
  },
  links: {
    self: link('/topics/{o.id}', 'topic'),
    articles: linkCounted(
      '/topics/{o.id}/articles',
      'article',
      '(SELECT count(*) FROM articles a WHERE a.topic_id = o.id AND a.deleted_at IS NULL)',
    ),
    translations: link('/topics/{o.id}/translations', 'topic_translation'),
    brands: link('/topics/{o.id}/brands', 'brand'),
  },
  filters: {
    brand_id: byNumber('EXISTS (SELECT FROM topic_brands tb WHERE tb.topic_id = o.id AND tb.brand_id = $)'),
    in_support_center: byFlag("(o.audience <> 'agents') = $"),
  },
  sorts: {
    position: 'o.position',
    id: 'o.id',
    name: 't.name',
    created_at: 'o.created_at',
    updated_at: 'o.updated_at',
  },
  perPage: 500,
};

export const TOPIC_TRANSLATIONS: Source = {
  class: 'topic_translation',
  from: 'topic_translations t JOIN topics o ON o.id = t.topic_id',
  id: 't.id',
  where: 'true',
  access: knowledgeAccess,
  keys: {
    locale: byText(`${locale('t.language')} = ${locale('$')}`),
    topic: byNumber('t.topic_id = $'),
  },
  members: {
    id: 't.id',
    name: 't.name',
    description: textOrNull('t.description'),
    locale: locale('t.language'),
    created_at: time('t.created_at'),
    updated_at: time('t.updated_at'),
  },
  links: {
    self: link(`/topics/{t.topic_id}/translations/{${locale('t.language')}}`, 'topic_translation'),
    topic: link('/topics/{t.topic_id}', 'topic'),
  },
  sorts: { created_at: 't.created_at', id: 't.id', locale: 't.language', updated_at: 't.updated_at' },
  perPage: 500,
};

import { knowledgeAccess } from '@bureau/knowledge';
import { wordsOf } from '@bureau/domain';
import { betweenTimes, byFlag, byNumber, byNumbers, byText, byTexts, type Condition } from '../resource/condition.ts';
import { locale } from '../resource/language.ts';
import type { Source } from '../resource/source.ts';
import { link, textOrNull, time } from '../resource/sql.ts';
import { finishArticle } from './finish-article.ts';

/** A body: what was written for the channel, or what follows from the article; and which of both it is. */
const body = (channel: string, derived: string) => ({
  [`body_${channel}`]: `coalesce(t.bodies ->> '${channel === 'web_callback' ? 'callback' : channel}', ${derived})`,
  [`body_${channel}_auto`]: `NOT t.bodies ? '${channel === 'web_callback' ? 'callback' : channel}'`,
});

/** What an article says in one language; {@link finishArticle} shows pictures and cuts what is to be a post. */
const TEXT = {
  subject: 't.subject',
  body: 't.html',
  ...body('email', 't.text'),
  ...body('chat', 't.text'),
  ...body('web_callback', 't.html'),
  ...body('twitter', 't.text'),
  ...body('qna', 't.text'),
  ...body('phone', 't.text'),
  ...body('facebook', 't.text'),
  keywords: "nullif(array_to_string(t.keywords, ', '), '')",
  publish_at: time('t.publish_at'),
  locale: locale('t.language'),
  public_url: `json_build_object('id', a.id, 'internal', a.internal, 'audience', o.audience, 'language', t.language, 'slug', t.slug,
    'publishAt', t.publish_at, 'brandIds', ARRAY(SELECT tb.brand_id FROM topic_brands tb WHERE tb.topic_id = o.id ORDER BY tb.brand_id))`,
};

const ON_PAGES_OF = (brands: string) =>
  `EXISTS (SELECT FROM topic_brands tb WHERE tb.topic_id = o.id AND tb.brand_id ${brands})`;

/** Every word, bent as its language bends it, in any language that the article is written in; or its quickcode. */
const byWords: Condition = (text, bind) => {
  const said = text.replaceAll('\0', ' ').trim();
  const words = JSON.stringify(wordsOf(said).map((word) => [{ text: word, prefix: false }]));
  return `a.quickcode = ${bind(said.toLowerCase())} OR EXISTS (SELECT FROM article_translations w WHERE w.article_id = a.id
    AND w.document @@ all_of(article_queries(w.language, ${bind(words)}::jsonb)))`;
};

export const ARTICLES: Source = {
  class: 'article',
  from: (languages) => `articles a JOIN topics o ON o.id = a.topic_id LEFT JOIN article_counts k ON k.article_id = a.id
    JOIN LATERAL (SELECT * FROM article_translations s WHERE s.article_id = a.id
      ORDER BY array_position(${languages}, ${locale('s.language')}), s.language <> a.language LIMIT 1) t ON true`,
  id: 'a.id',
  table: 'articles',
  where: 'a.deleted_at IS NULL',
  access: knowledgeAccess,
  keys: { article: byNumber('a.id = $'), topic: byNumber('a.topic_id = $'), brand: byNumber(ON_PAGES_OF('= $')) },
  members: {
    id: 'a.id',
    ...TEXT,
    rating: 'CASE WHEN k.helpful + k.not_helpful > 0 THEN round(100.0 * k.helpful / (k.helpful + k.not_helpful)) END',
    rating_count: 'coalesce(k.helpful + k.not_helpful, 0)',
    rating_score: 'coalesce(k.helpful, 0)',
    position: 'a.position',
    quickcode: 'a.quickcode',
    in_support_center: 'NOT a.internal',
    internal_notes: textOrNull('a.internal_notes'),
    available_locales: `(SELECT json_agg(${locale('s.language')} ORDER BY s.language <> a.language, s.language)
      FROM article_translations s WHERE s.article_id = a.id)`,
    created_at: time('a.created_at'),
    updated_at: time('a.updated_at'),
  },
  links: {
    self: link('/articles/{a.id}', 'article'),
    topic: link('/topics/{a.topic_id}', 'topic'),
    translations: link('/articles/{a.id}/translations', 'article_translation'),
    created_by: link('/users/{a.created_by}', 'user'),
    updated_by: link('/users/{a.updated_by}', 'user'),
    attachments: link('/articles/{a.id}/attachments', 'attachment'),
  },
  finish: finishArticle,
  filters: {
    text: byWords,
    q: byWords,
    topic_id: byNumber('a.topic_id = $'),
    topic_ids: byNumbers('a.topic_id = ANY($)'),
    brand_id: byNumber(ON_PAGES_OF('= $')),
    brand_ids: byNumbers(ON_PAGES_OF('= ANY($)')),
    in_support_center: byFlag('(NOT a.internal) = $'),
    labels: byTexts('a.label_ids && ARRAY(SELECT l.id FROM labels l WHERE l.name = ANY($))'),
    quickcode: byText('a.quickcode = lower($)'),
    ...betweenTimes({ created_at: 'a.created_at', updated_at: 'a.updated_at' }),
  },
  sorts: {
    id: 'a.id',
    created_at: 'a.created_at',
    updated_at: 'a.updated_at',
    subject: 't.subject',
    position: 'a.position',
    views: 'coalesce(k.views, 0)',
    rating: 'coalesce(k.helpful::numeric / nullif(k.helpful + k.not_helpful, 0), 0)',
    score: 'coalesce(k.helpful, 0)',
  },
  perPage: 500,
};

export const ARTICLE_TRANSLATIONS: Source = {
  class: 'article_translation',
  from: `article_translations t JOIN articles a ON a.id = t.article_id JOIN topics o ON o.id = a.topic_id`,
  id: 't.id',
  where: 'a.deleted_at IS NULL',
  access: knowledgeAccess,
  keys: { locale: byText(`${locale('t.language')} = ${locale('$')}`), article: byNumber('t.article_id = $') },
  members: {
    id: 't.id',
    ...TEXT,
    outdated: 't.outdated',
    created_at: time('t.created_at'),
    updated_at: time('t.updated_at'),
  },
  links: {
    self: link(`/articles/{t.article_id}/translations/{${locale('t.language')}}`, 'article_translation'),
    article: link('/articles/{t.article_id}', 'article'),
    updated_by: link('/users/{t.updated_by}', 'user'),
  },
  finish: finishArticle,
  sorts: { created_at: 't.created_at', id: 't.id', locale: 't.language', updated_at: 't.updated_at' },
  perPage: 500,
};

import type { ArticleAttachment, Audience, LabelSummary, OwnBodies } from '@bureau/contracts';
import { wantedLanguagesSql } from '../wanted-languages.ts';

type Who = { id: number; name: string } | null;

/** A text as it is kept. Times are ISO 8601. */
export interface StoredTranslation {
  language: string;
  subject: string;
  slug: string;
  html: string;
  bodies: OwnBodies;
  keywords: string[];
  publishAt: string | null;
  announcedAt: string | null;
  outdated: boolean;
  version: number;
  updatedAt: string;
  updatedBy: Who;
}

/** An article as it is kept, with its texts, the first language first. */
export interface StoredArticle {
  id: number;
  language: string;
  topic: { id: number; name: string; audience: Audience };
  /** Of its topic: all of them. */
  brandIds: number[];
  languages: string[];
  internal: boolean;
  quickcode: string | null;
  labels: LabelSummary[];
  position: number;
  internalNotes: string;
  relatedIds: number[];
  related: { id: number; subject: string }[];
  translations: StoredTranslation[];
  attachments: Omit<ArticleAttachment, 'url'>[];
  views: number;
  helpful: number;
  notHelpful: number;
  createdAt: string;
  createdBy: Who;
  updatedAt: string;
  updatedBy: Who;
  deletedAt: string | null;
  /** What `If-Match` is compared with. */
  version: string;
}

const who = (id: string) => `(SELECT json_build_object('id', u.id, 'name', u.name) FROM users u WHERE u.id = ${id})`;
const time = (column: string) => `to_json(${column}) #>> '{}'`;

/** Articles `a` below topics `o`, as {@link StoredArticle}. `$1`: the brands that the reader serves; null: every one. */
export const STORED_ARTICLE = `SELECT a.id, a.language, a.internal, a.quickcode, a.position,
    a.internal_notes AS "internalNotes", a.related_ids AS "relatedIds",
    json_build_object('id', o.id, 'audience', o.audience, 'name',
      (SELECT n.name FROM topic_translations n WHERE n.topic_id = o.id AND n.language = o.language)) AS topic,
    ARRAY(SELECT brand_id FROM topic_brands WHERE topic_id = o.id ORDER BY brand_id) AS "brandIds",
    ${wantedLanguagesSql(1)} AS languages,
    coalesce((SELECT json_agg(json_build_object('id', l.id, 'name', l.name, 'color', l.color)
                              ORDER BY array_position(a.label_ids, l.id))
              FROM labels l WHERE l.id = ANY(a.label_ids) AND l.removed_at IS NULL), '[]') AS labels,
    coalesce((SELECT json_agg(json_build_object('id', r.id, 'subject', s.subject) ORDER BY array_position(a.related_ids, r.id))
              FROM articles r JOIN article_translations s ON s.article_id = r.id AND s.language = r.language
              WHERE r.id = ANY(a.related_ids) AND r.deleted_at IS NULL
                AND ($1::bigint[] IS NULL OR EXISTS (SELECT FROM topic_brands tb
                     WHERE tb.topic_id = r.topic_id AND tb.brand_id = ANY($1::bigint[])))), '[]') AS related,
    (SELECT json_agg(json_build_object('language', t.language, 'subject', t.subject, 'slug', t.slug, 'html', t.html,
       'bodies', t.bodies, 'keywords', t.keywords, 'publishAt', t.publish_at, 'announcedAt', t.announced_at,
       'outdated', t.outdated, 'version', t.version, 'updatedAt', t.updated_at, 'updatedBy', ${who('t.updated_by')})
       ORDER BY t.language <> a.language, t.language)
     FROM article_translations t WHERE t.article_id = a.id) AS translations,
    coalesce((SELECT json_agg(json_build_object('id', f.id, 'fileName', f.file_name, 'contentType', f.content_type,
       'size', f.size, 'inline', f.inline, 'createdAt', f.created_at) ORDER BY f.id)
     FROM article_files f WHERE f.article_id = a.id), '[]') AS attachments,
    coalesce(k.views, 0) AS views, coalesce(k.helpful, 0) AS helpful, coalesce(k.not_helpful, 0) AS "notHelpful",
    ${time('a.created_at')} AS "createdAt", ${who('a.created_by')} AS "createdBy",
    ${time('a.updated_at')} AS "updatedAt", ${who('a.updated_by')} AS "updatedBy",
    ${time('a.deleted_at')} AS "deletedAt", a.updated_at::text AS version
  FROM articles a JOIN topics o ON o.id = a.topic_id LEFT JOIN article_counts k ON k.article_id = a.id`;

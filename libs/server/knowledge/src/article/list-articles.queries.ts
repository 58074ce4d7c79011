import { Injectable } from '@nestjs/common';
import type { Actor, ArticleSummary, ListArticles, Page } from '@bureau/contracts';
import { stateAt, wordsOf } from '@bureau/domain';
import { Clock, Database, InvalidInput } from '@bureau/platform';
import { servedBrands, servedSql } from '../knowledge.policy.ts';

type Sort = ListArticles['sort'];

/** What each order goes by, as SQL on the rows below, with its type and what a cursor may say of it. */
const SORTS: Record<Sort, { key: string; type: string; shape: RegExp }> = {
  position: {
    key: `lpad(o.position::text, 10, '0') || '/' || lpad(a.position::text, 10, '0')`,
    type: 'text',
    shape: /^[\d/-]+$/,
  },
  updatedAt: { key: 'a.updated_at', type: 'timestamptz', shape: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/ },
  createdAt: { key: 'a.created_at', type: 'timestamptz', shape: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/ },
  subject: { key: 'search_fold(s.subject)', type: 'text', shape: /^[\s\S]{0,800}$/ },
  views: { key: 'coalesce(k.views, 0)', type: 'bigint', shape: /^\d{1,15}$/ },
  helpful: {
    key: '((coalesce(k.helpful, 0) + 1)::numeric / (coalesce(k.helpful, 0) + coalesce(k.not_helpful, 0) + 2))',
    type: 'numeric',
    shape: /^\d\.\d{1,30}$/,
  },
};

/** A text of the article that the list asks for; `$4` its language, `$5` its state, `$6` whether it is outdated. `$2`: now. */
const SOME_TEXT = `EXISTS (SELECT FROM article_translations t WHERE t.article_id = a.id
  AND ($4::text IS NULL OR t.language = $4) AND ($6::boolean IS NULL OR t.outdated = $6)
  AND ($5::text IS NULL OR $5 = CASE WHEN t.publish_at IS NULL THEN 'draft' WHEN t.publish_at <= $2 THEN 'published' ELSE 'scheduled' END)
  AND ($7::jsonb IS NULL OR t.document @@ all_of(article_queries(t.language, $7::jsonb)) OR a.quickcode = $8))`;

const ITEM = `jsonb_build_object('id', a.id, 'subject', s.subject, 'language', s.language,
  'topic', jsonb_build_object('id', o.id, 'name', n.name, 'audience', o.audience), 'internal', a.internal,
  'quickcode', a.quickcode, 'position', a.position, 'labels', coalesce((SELECT jsonb_agg(jsonb_build_object('id', l.id,
     'name', l.name, 'color', l.color) ORDER BY array_position(a.label_ids, l.id)) FROM labels l
     WHERE l.id = ANY(a.label_ids) AND l.removed_at IS NULL), '[]'),
  'translations', (SELECT jsonb_agg(jsonb_build_object('language', t.language, 'subject', t.subject, 'publishAt', t.publish_at,
     'outdated', t.outdated) ORDER BY t.language <> a.language, t.language) FROM article_translations t WHERE t.article_id = a.id),
  'views', coalesce(k.views, 0), 'helpful', coalesce(k.helpful, 0), 'notHelpful', coalesce(k.not_helpful, 0),
  'createdAt', a.created_at, 'updatedAt', a.updated_at, 'deletedAt', a.deleted_at,
  'updatedBy', (SELECT jsonb_build_object('id', u.id, 'name', u.name) FROM users u WHERE u.id = a.updated_by)) AS item`;

interface Row {
  id: number;
  key: string;
  item: Omit<ArticleSummary, 'translations'> & {
    translations: Omit<ArticleSummary['translations'][number], 'state'>[];
  };
}

/** Lists articles for those who keep them. */
@Injectable()
export class ListArticlesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, query: ListArticles): Promise<Page<ArticleSummary>> {
    const now = this.clock.now();
    const { sort, limit } = query;
    const rows = await this.database.rows<Row>(statementFor(query), this.valuesFor(actor, query, now));
    const shown = rows.slice(0, limit);
    const last = rows.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(({ item }) => presented(item, now)),
      next: last ? Buffer.from(JSON.stringify([sort, last.key, last.id])).toString('base64url') : null,
    };
  }

  private valuesFor(actor: Actor, query: ListArticles, now: Date): unknown[] {
    const words = query.q ? wordsOf(query.q) : [];
    const meant = words.map((text, index) => [{ text, prefix: index === words.length - 1 }]);
    const place = readPlace(query);
    return [
      ...[servedBrands(actor), now, query.topicId ?? null, query.language ?? null, query.state ?? null],
      ...[query.outdated ?? null, query.q ? JSON.stringify(meant) : null, query.q?.toLowerCase() ?? null],
      ...[query.brandId ?? null, query.internal ?? null, query.label ?? null, query.deleted],
      ...[place?.key ?? null, place?.id ?? null, query.limit + 1],
    ];
  }
}

function statementFor({ sort, direction }: ListArticles): string {
  const { key, type } = SORTS[sort];
  const further = direction === 'asc' ? '>' : '<';
  return `SELECT a.id, (${key})::text AS key, ${ITEM}
    FROM articles a JOIN topics o ON o.id = a.topic_id
    JOIN topic_translations n ON n.topic_id = o.id AND n.language = o.language
    JOIN LATERAL (SELECT t.subject, t.language FROM article_translations t WHERE t.article_id = a.id
      ORDER BY t.language IS NOT DISTINCT FROM $4 DESC, t.language = a.language DESC LIMIT 1) s ON true
    LEFT JOIN article_counts k ON k.article_id = a.id
    WHERE ${servedSql(1)} AND (a.deleted_at IS NOT NULL) = $12 AND ($3::bigint IS NULL OR a.topic_id = $3) AND ${SOME_TEXT}
      AND ($9::bigint IS NULL OR EXISTS (SELECT FROM topic_brands b WHERE b.topic_id = o.id AND b.brand_id = $9))
      AND ($10::boolean IS NULL OR a.internal = $10)
      AND ($11::text IS NULL OR EXISTS (SELECT FROM labels l WHERE l.name = $11 AND l.id = ANY(a.label_ids) AND l.removed_at IS NULL))
      AND ($13::text IS NULL OR (${key}, a.id) ${further} ($13::${type}, $14::bigint))
    ORDER BY ${key} ${direction}, a.id ${direction} LIMIT $15`;
}

function presented({ translations, ...item }: Row['item'], now: Date): ArticleSummary {
  const withState = translations.map((text) => ({
    ...text,
    state: stateAt(text.publishAt === null ? null : new Date(text.publishAt), now),
  }));
  return { ...item, translations: withState };
}

/** Throws request.invalid for a cursor that was not made for this order. */
function readPlace({ cursor, sort }: ListArticles): { key: string; id: number } | null {
  if (cursor === undefined) return null;
  const parts = partsOf(cursor);
  const [order, key, id] = parts;
  const fits = order === sort && typeof key === 'string' && SORTS[sort].shape.test(key) && Number.isSafeInteger(id);
  if (fits && isPossible(sort, key)) return { key, id: Number(id) };
  throw new InvalidInput([{ path: 'query.cursor', message: 'Use the `next` of the page before, unchanged.' }]);
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** Whether PostgreSQL can read it: there is no 31 February, and no text with a zero character. */
function isPossible(sort: Sort, key: string): boolean {
  if (SORTS[sort].type === 'timestamptz') {
    const iso = key.replace(' ', 'T').replace(/\+00$/, 'Z');
    return (
      !Number.isNaN(Date.parse(iso)) &&
      new Date(iso).toISOString().startsWith(iso.slice(0, 19)) &&
      !key.startsWith('0000')
    );
  }
  return !key.includes('\0') && key.isWellFormed();
}

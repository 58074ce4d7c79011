import { Injectable } from '@nestjs/common';
import { Clock, Database, statement } from '@bureau/platform';
import { ON_PAGES, READABLE, readerValues, type Reader } from './reader.ts';

/** An article in a list. */
export interface ReadableArticle {
  id: number;
  slug: string;
  subject: string;
  /** The beginning of its text. */
  text: string;
  updatedAt: Date;
}

/** A topic as readers see it. */
export interface ReadableTopic {
  id: number;
  slug: string;
  name: string;
  description: string;
  allowQuestions: boolean;
  articleCount: number;
  articles: ReadableArticle[];
}

/** An article as readers see it. */
export interface OpenArticle extends ReadableArticle {
  html: string;
  keywords: string[];
  language: string;
  /** In which other languages it can be read. */
  languages: { language: string; slug: string }[];
  publishedAt: Date;
  topic: { id: number; name: string; slug: string; allowQuestions: boolean };
  files: { id: number; fileName: string; size: number; contentType: string }[];
  relatedIds: number[];
  helpful: number;
  notHelpful: number;
}

/** What `$4` is called in the reader's language, or else as it was first called. */
const NAMED = `JOIN LATERAL (SELECT n.name, n.description, n.slug FROM topic_translations n WHERE n.topic_id = o.id
  ORDER BY n.language = $4 DESC, n.language = o.language DESC LIMIT 1) n ON true`;
/** When what it says became what it says: marks and keywords change a text without anything new for readers. */
const SAID_AT = `(SELECT greatest(v.created_at, t.publish_at) FROM article_versions v
  WHERE v.article_id = t.article_id AND v.language = t.language AND v.version = t.version)`;
const BRIEF = `t.article_id AS id, t.slug, t.subject, left(t.text, 300) AS text, coalesce(${SAID_AT}, t.publish_at) AS "updatedAt"`;
const TEXTS = 'article_translations t JOIN articles a ON a.id = t.article_id JOIN topics o ON o.id = a.topic_id';

const TOPICS = statement(
  'knowledge.topics',
  `SELECT o.id, n.slug, n.name, n.description, o.allow_questions AS "allowQuestions", c.count AS "articleCount",
     coalesce(c.articles, '[]') AS articles
   FROM topics o ${NAMED}
   JOIN LATERAL (SELECT count(*)::int AS count, json_agg(json_build_object('id', x.id, 'slug', x.slug, 'subject', x.subject,
       'text', x.text, 'updatedAt', x."updatedAt") ORDER BY x.place) FILTER (WHERE x.place <= $5) AS articles
     FROM (SELECT ${BRIEF}, row_number() OVER (ORDER BY a.position, a.id) AS place
       FROM articles a JOIN article_translations t ON t.article_id = a.id AND t.language = $4
       WHERE a.topic_id = o.id AND ${READABLE}) x) c ON true
   WHERE ${ON_PAGES} AND (c.count > 0 OR o.allow_questions)
   ORDER BY o.position, o.id`,
);

const TOPIC = statement(
  'knowledge.topic',
  `SELECT o.id, n.slug, n.name, n.description, o.allow_questions AS "allowQuestions",
     (SELECT count(*)::int FROM articles a JOIN article_translations t ON t.article_id = a.id AND t.language = $4
      WHERE a.topic_id = o.id AND ${READABLE}) AS "articleCount"
   FROM topics o ${NAMED} WHERE o.id = $5 AND $3::timestamptz IS NOT NULL AND ${ON_PAGES}`,
);

const OF_TOPIC = statement(
  'knowledge.articles-of-topic',
  `SELECT ${BRIEF} FROM ${TEXTS} WHERE a.topic_id = $5 AND t.language = $4 AND ${READABLE}
   ORDER BY a.position, a.id LIMIT $6 OFFSET $7`,
);

const ARTICLE = statement(
  'knowledge.article',
  `SELECT ${BRIEF}, t.html, t.keywords, t.language, t.publish_at AS "publishedAt",
     json_build_object('id', o.id, 'name', n.name, 'slug', n.slug, 'allowQuestions', o.allow_questions) AS topic,
     (SELECT json_agg(json_build_object('language', w.language, 'slug', w.slug) ORDER BY w.language) FROM article_translations w
      WHERE w.article_id = a.id AND w.publish_at <= $3) AS languages,
     coalesce((SELECT json_agg(json_build_object('id', f.id, 'fileName', f.file_name, 'size', f.size, 'contentType', f.content_type)
       ORDER BY f.id) FROM article_files f WHERE f.article_id = a.id AND NOT f.inline), '[]') AS files,
     a.related_ids AS "relatedIds", coalesce(k.helpful, 0) AS helpful, coalesce(k.not_helpful, 0) AS "notHelpful"
   FROM ${TEXTS} ${NAMED} LEFT JOIN article_counts k ON k.article_id = a.id
   WHERE a.id = $5 AND ${READABLE}
   ORDER BY t.language = $4 DESC, t.language = a.language DESC LIMIT 1`,
);

/** First those that were named, then those of its topic whose titles are most alike. */
const RELATED = statement(
  'knowledge.related',
  `SELECT ${BRIEF} FROM ${TEXTS}
   WHERE t.language = $4 AND a.id <> $5 AND ${READABLE}
     AND (a.id = ANY($6::bigint[]) OR a.topic_id = (SELECT topic_id FROM articles WHERE id = $5))
   ORDER BY array_position($6::bigint[], a.id) NULLS LAST, similarity(t.subject, $7) DESC, a.position, a.id LIMIT $8`,
);

const REDIRECT = statement(
  'knowledge.redirect',
  `SELECT a.id, t.slug FROM articles gone JOIN articles a ON a.id = gone.redirect_to
   JOIN article_translations t ON t.article_id = a.id JOIN topics o ON o.id = a.topic_id
   WHERE gone.id = $5 AND gone.deleted_at IS NOT NULL AND ${READABLE}
     AND EXISTS (SELECT FROM topic_brands g WHERE g.topic_id = gone.topic_id AND g.brand_id = $1)
   ORDER BY t.language = $4 DESC, t.language = a.language DESC LIMIT 1`,
);

/** A file of an article that can be read in some language. */
const FILE = statement(
  'knowledge.file',
  `SELECT f.id, f.file_name AS "fileName", f.content_type AS "contentType", f.size, f.sha256 FROM article_files f
   WHERE f.id = $4 AND EXISTS (SELECT FROM ${TEXTS} WHERE a.id = f.article_id AND ${READABLE})`,
);

const ADDRESSES = statement(
  'knowledge.addresses',
  `SELECT t.article_id AS id, t.language, t.slug, coalesce(${SAID_AT}, t.publish_at) AS "updatedAt" FROM ${TEXTS}
   WHERE ${READABLE} ORDER BY t.article_id, t.language LIMIT $4`,
);

const LATEST = statement(
  'knowledge.latest',
  `SELECT ${BRIEF} FROM ${TEXTS} WHERE t.language = $4 AND ${READABLE} ORDER BY t.publish_at DESC, t.article_id LIMIT $5`,
);

/** The next moment at which something appears on these pages. */
const NEXT = statement(
  'knowledge.next',
  'SELECT min(publish_at) AS at FROM article_translations WHERE publish_at > $1',
);

/** What readers of a brand's pages see. Each statement asks for the brand first, and for who may read (S32). */
@Injectable()
export class ReadingQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** In their order, each with its first articles; those without any only where questions can be asked. */
  topics(reader: Reader, { articles }: { articles: number }): Promise<ReadableTopic[]> {
    return this.database.rows<ReadableTopic>(TOPICS, [...this.valuesOf(reader), reader.language, articles]);
  }

  /** With a page of its articles; undefined: none that this reader may see. */
  async topic(
    reader: Reader,
    topicId: number,
    { limit, offset }: { limit: number; offset: number },
  ): Promise<ReadableTopic | undefined> {
    const who = [...this.valuesOf(reader), reader.language, topicId];
    const topic = await this.database.row<Omit<ReadableTopic, 'articles'>>(TOPIC, who);
    if (!topic) return undefined;
    return { ...topic, articles: await this.database.rows<ReadableArticle>(OF_TOPIC, [...who, limit, offset]) };
  }

  /** In the reader's language, or else in another one; undefined: none that this reader may see. */
  article(reader: Reader, articleId: number): Promise<OpenArticle | undefined> {
    return this.database.row<OpenArticle>(ARTICLE, [...this.valuesOf(reader), reader.language, articleId]);
  }

  related(reader: Reader, { id, subject, relatedIds }: OpenArticle, limit: number): Promise<ReadableArticle[]> {
    const values = [...this.valuesOf(reader), reader.language, id, relatedIds, subject, limit];
    return this.database.rows<ReadableArticle>(RELATED, values);
  }

  /** Where the address of a deleted article leads. */
  redirectOf(reader: Reader, articleId: number): Promise<{ id: number; slug: string } | undefined> {
    return this.database.row(REDIRECT, [...this.valuesOf(reader), reader.language, articleId]);
  }

  file(reader: Omit<Reader, 'language'>, fileId: number) {
    return this.database.row<{ id: number; fileName: string; contentType: string; size: number; sha256: string }>(
      FILE,
      [...readerValues(reader, this.clock.now()), fileId],
    );
  }

  /** Every article that guests of a brand can read, in each language: for its sitemap. */
  addresses(
    brandId: number,
    limit: number,
  ): Promise<{ id: number; language: string; slug: string; updatedAt: Date }[]> {
    return this.database.rows(ADDRESSES, [...readerValues({ brandId, signedIn: false }, this.clock.now()), limit]);
  }

  /** What appeared last. */
  latest(reader: Reader, limit: number): Promise<ReadableArticle[]> {
    return this.database.rows<ReadableArticle>(LATEST, [...this.valuesOf(reader), reader.language, limit]);
  }

  /** Seconds for which what readers see stays as it is, unless somebody writes; at most `atMost`. */
  async steadySeconds(atMost: number): Promise<number> {
    const now = this.clock.now();
    const next = (await this.database.row<{ at: Date | null }>(NEXT, [now]))?.at ?? null;
    return next === null ? atMost : Math.max(0, Math.min(atMost, (next.getTime() - now.getTime()) / 1000));
  }

  private valuesOf(reader: Reader): unknown[] {
    return readerValues(reader, this.clock.now());
  }
}

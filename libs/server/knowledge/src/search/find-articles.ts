import { Injectable } from '@nestjs/common';
import type { Actor, FoundArticle, SearchArticles } from '@bureau/contracts';
import { Clock, Database } from '@bureau/platform';
import { DefaultLanguage } from '../default-language.ts';
import { servedBrands, servedSql } from '../knowledge.policy.ts';
import { SearchArticleTexts, type FoundText } from './search-articles.ts';

/** What is shown of an article beside the words that were found. */
type Around = Pick<FoundArticle, 'id' | 'topic' | 'internal' | 'quickcode' | 'outdated' | 'updatedAt'>;

const DETAILS = `SELECT a.id, json_build_object('id', o.id, 'audience', o.audience, 'name',
    (SELECT n.name FROM topic_translations n WHERE n.topic_id = o.id AND n.language = o.language)) AS topic,
    a.internal, a.quickcode, t.outdated, to_json(t.updated_at) #>> '{}' AS "updatedAt"
  FROM articles a JOIN topics o ON o.id = a.topic_id JOIN article_translations t ON t.article_id = a.id`;

/** Texts that may be sent: `$1` served brands, `$2` brand, `$3` now. */
const SENDABLE = `${servedSql(1)} AND a.deleted_at IS NULL AND t.publish_at <= $3
  AND ($2::bigint IS NULL OR EXISTS (SELECT FROM topic_brands b WHERE b.topic_id = o.id AND b.brand_id = $2))`;

/** The text in `$4`, or else the one in the article's first language. */
const PREFERRED = `t.language = (SELECT w.language FROM article_translations w WHERE w.article_id = a.id AND w.publish_at <= $3
  ORDER BY w.language = $4 DESC, split_part(w.language, '-', 1) = split_part($4, '-', 1) DESC, w.language = a.language DESC LIMIT 1)`;

/** Finds articles for somebody who answers a customer: by quickcode, by words, or those that help most. */
@Injectable()
export class FindArticles {
  constructor(
    private readonly database: Database,
    private readonly search: SearchArticleTexts,
    private readonly defaultLanguage: DefaultLanguage,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, query: SearchArticles): Promise<FoundArticle[]> {
    const fallback = await this.defaultLanguage.read();
    const language = query.language === undefined ? fallback : tagOf(query.language);
    if (query.q === '') return this.mostUsed(actor, query, language);

    const exact = await this.byQuickcode(actor, query, language);
    const found = await this.inLanguages(actor, query, [...new Set([language, fallback])]);
    const others = found.filter(({ id }) => !exact.some((article) => article.id === id));
    return [...exact, ...others].slice(0, query.limit);
  }

  /** Those in the wanted language first; what is not written in it is found in the other. */
  private async inLanguages(actor: Actor, query: SearchArticles, languages: string[]): Promise<FoundArticle[]> {
    const all = new Map<number, FoundText>();
    const seeker = { served: servedBrands(actor), brandId: query.brandId ?? null };
    for (const language of languages) {
      const { items } = await this.search.run({ ...seeker, language }, query.q, { limit: query.limit });
      for (const item of items) if (!all.has(item.id)) all.set(item.id, item);
    }
    const around = await this.database.rows<Around & { language: string }>(
      `${DETAILS} JOIN unnest($1::bigint[], $2::text[]) AS w (id, language) ON w.id = a.id AND w.language = t.language`,
      [[...all.keys()], [...all.values()].map(({ language }) => language)],
    );
    const details = new Map(around.map((row) => [row.id, row]));
    return [...all.values()].flatMap((text) => {
      const row = details.get(text.id);
      return row ? [present(row, text)] : [];
    });
  }

  /** Whose quickcode it is, then those whose quickcode begins so: agents see them while they type. */
  private async byQuickcode(
    actor: Actor,
    { q, brandId, limit }: SearchArticles,
    language: string,
  ): Promise<FoundArticle[]> {
    const code = q.toLowerCase().replace(/^[#/]/, '');
    if (code === '') return [];
    const values = [servedBrands(actor), brandId ?? null, language, code, limit];
    const rows = await this.some('a.quickcode ^@ $5', values, {
      tail: 'ORDER BY length(a.quickcode), a.quickcode LIMIT $6',
    });
    return rows.map((row) => present(row, unmarked(row)));
  }

  private async mostUsed(actor: Actor, { brandId, limit }: SearchArticles, language: string): Promise<FoundArticle[]> {
    const rows = await this.some('true', [servedBrands(actor), brandId ?? null, language, limit], {
      tail: `ORDER BY (SELECT coalesce(k.inserts * 5 + k.views, 0) FROM article_counts k WHERE k.article_id = a.id) DESC NULLS LAST, a.id LIMIT $5`,
    });
    return rows.map((row) => present(row, unmarked(row)));
  }

  private some(
    condition: string,
    [served, brandId, ...rest]: readonly unknown[],
    { tail = '' }: { tail?: string } = {},
  ): Promise<(Around & { language: string; subject: string; text: string })[]> {
    return this.database.rows(
      `${DETAILS.replace('SELECT a.id,', 'SELECT a.id, t.language, t.subject, left(t.text, 200) AS text,')}
       WHERE ${condition} AND ${SENDABLE} AND ${PREFERRED} ${tail}`,
      [served, brandId, this.clock.now(), ...rest],
    );
  }
}

function unmarked({ language, subject, text }: { language: string; subject: string; text: string }) {
  return { language, subject: { text: subject, marks: [] }, excerpt: { text, marks: [] } };
}

function present(
  row: Around,
  { language, subject, excerpt }: Pick<FoundText, 'language' | 'subject' | 'excerpt'>,
): FoundArticle {
  const { id, topic, internal, quickcode, outdated, updatedAt } = row;
  return {
    ...{ id, topic, internal, quickcode, outdated, updatedAt, language },
    ...{ subject: subject.text, subjectMarks: subject.marks, excerpt: excerpt.text, excerptMarks: excerpt.marks },
  };
}

/** A language as cases have it (`pt_br`) as articles have it (`pt-BR`). */
export function tagOf(language: string): string {
  const [tongue = '', region] = language.split(/[-_]/);
  return region === undefined ? tongue.toLowerCase() : `${tongue.toLowerCase()}-${region.toUpperCase()}`;
}

import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { keptWords } from '@bureau/domain';
import { Clock, Database, Every, statement } from '@bureau/platform';

/** Milliseconds between two writes of what was counted. */
const RHYTHM = 5_000;
/** Different searches that are remembered between two writes; a flood of them is not written down. */
const MOST_SEARCHES = 500;
/** Different searches of a brand that are kept of one day. */
const KEPT_A_DAY = 2_000;

interface SearchCount {
  brandId: number;
  language: string;
  words: string;
  count: number;
  fruitless: number;
}

const ADD_VIEWS = statement(
  'knowledge.add-views',
  `WITH seen AS (SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::int[]) AS s (article_id, brand_id, views)
     WHERE EXISTS (SELECT FROM articles a WHERE a.id = s.article_id) AND EXISTS (SELECT FROM brands b WHERE b.id = s.brand_id)),
   day AS (INSERT INTO article_uses AS u (article_id, brand_id, day, views)
     SELECT article_id, brand_id, $4::date, views FROM seen ORDER BY article_id, brand_id
     ON CONFLICT (article_id, brand_id, day) DO UPDATE SET views = u.views + excluded.views),
   total AS (SELECT article_id, sum(views) AS views FROM seen GROUP BY article_id ORDER BY article_id)
   UPDATE article_counts k SET views = k.views + total.views FROM total WHERE k.article_id = total.article_id`,
);

const ADD_SEARCHES = statement(
  'knowledge.add-searches',
  `INSERT INTO knowledge_searches AS k (brand_id, language, words, count, fruitless, day, last_at)
   SELECT s.*, $6::date, $6 FROM unnest($1::bigint[], $2::text[], $3::text[], $4::int[], $5::int[])
     AS s (brand_id, language, words, count, fruitless)
   WHERE EXISTS (SELECT FROM brands b WHERE b.id = s.brand_id) ORDER BY 1, 2, 3
   ON CONFLICT (brand_id, day, language, words)
   DO UPDATE SET count = k.count + excluded.count, fruitless = k.fruitless + excluded.fruitless, last_at = excluded.last_at`,
);

/**
 * Counts what visitors read and look for, in memory, and writes it down every few seconds: a page that is read a thousand
 * times costs one write. What was counted since the last one is lost when the process is killed; these are figures, no facts.
 */
@Injectable()
export class KnowledgeTally implements OnApplicationShutdown {
  private views = new Map<string, { articleId: number; brandId: number; views: number }>();
  private searches = new Map<string, SearchCount>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  viewed(brandId: number, articleId: number): void {
    const key = `${brandId}/${articleId}`;
    const known = this.views.get(key);
    if (known) known.views++;
    else this.views.set(key, { articleId, brandId, views: 1 });
    this.wake();
  }

  /** Words alone, without whatever may be somebody's address or number. */
  searched(brandId: number, { language, typed, found }: { language: string; typed: string; found: number }): void {
    const words = keptWords(typed);
    if (words === '') return;
    const key = `${brandId}/${language}/${words}`;
    const known = this.searches.get(key);
    if (!known && this.searches.size >= MOST_SEARCHES) return;
    const search = known ?? { brandId, language, words, count: 0, fruitless: 0 };
    search.count++;
    if (found === 0) search.fruitless++;
    this.searches.set(key, search);
    this.wake();
  }

  /** Writes down what was counted. */
  async write(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const views = [...this.views.values()];
    const searches = [...this.searches.values()];
    this.views = new Map();
    this.searches = new Map();
    const now = this.clock.now();
    if (views.length > 0) {
      const columns = [views.map((v) => v.articleId), views.map((v) => v.brandId), views.map((v) => v.views)];
      await this.database.run(ADD_VIEWS, [...columns, now]);
    }
    if (searches.length === 0) return;
    const columns = [searches.map((s) => s.brandId), searches.map((s) => s.language), searches.map((s) => s.words)];
    const counts = [searches.map((s) => s.count), searches.map((s) => s.fruitless)];
    await this.database.run(ADD_SEARCHES, [...columns, ...counts, now]);
  }

  /** A year of figures is kept, and of each day what was looked for most. */
  @Every('1d', 'knowledge.forget-searches')
  async forget(): Promise<void> {
    await this.database.run(`DELETE FROM knowledge_searches WHERE day < $1::date - 365`, [this.clock.now()]);
    await this.database.run(`DELETE FROM article_uses WHERE day < $1::date - 730`, [this.clock.now()]);
    await this.database.run(
      `DELETE FROM knowledge_searches k USING (
         SELECT brand_id, day, language, words, row_number() OVER (PARTITION BY brand_id, day ORDER BY count DESC, words) AS place
         FROM knowledge_searches) p
       WHERE p.place > ${KEPT_A_DAY} AND p.brand_id = k.brand_id AND p.day = k.day AND p.language = k.language AND p.words = k.words`,
    );
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    await this.write().catch(() => undefined);
  }

  private wake(): void {
    this.timer ??= setTimeout(() => void this.write().catch(() => undefined), RHYTHM).unref();
  }
}

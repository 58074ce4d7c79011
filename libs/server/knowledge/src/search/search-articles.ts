import { Injectable } from '@nestjs/common';
import { meantBy, wordsOf, type Closeness, type Meanings, type SoughtWords } from '@bureau/domain';
import {
  Clock,
  Database,
  MARK_END,
  MARK_START,
  readMarks,
  statement,
  toBeMarked,
  type MarkedText,
  type Statement,
} from '@bureau/platform';
import { servedSql } from '../knowledge.policy.ts';
import { READABLE, readerValues, type Reader } from '../reader/reader.ts';

export interface SearchOptions {
  limit: number;
  offset?: number;
  /** Titles and keywords alone: quick enough for every key. */
  headingOnly?: boolean;
  /** Words of a whole letter: any that an article shares with it count. */
  loosely?: boolean;
}

export interface FoundText {
  id: number;
  language: string;
  slug: string;
  subject: MarkedText;
  excerpt: MarkedText;
  /** How well it was met, to be compared with what else the same search found. */
  rank: number;
}

interface FoundRow {
  id: number;
  language: string;
  slug: string;
  subject: string;
  excerpt: string;
  rank: number;
  total: number;
}

export interface FoundTexts {
  items: FoundText[];
  /** How many there are, counted up to {@link CANDIDATES}. */
  total: number;
}

/** So many are ranked; titles come before texts where there are more. */
const CANDIDATES = 300;
/** The same while somebody types. */
const COMPLETIONS_RANKED = 60;
/** Words of a letter that are looked at. */
const LETTER_WORDS = 40;

const SIMILAR = statement(
  'knowledge.similar-words',
  `SELECT w.word, CASE WHEN length(w.word) < 4 OR EXISTS (SELECT FROM knowledge_words k WHERE k.language = $1 AND k.word = w.word)
     THEN '{}'::text[] ELSE ARRAY(SELECT similar_words($1, w.word)) END AS similar
   FROM unnest($2::text[]) WITH ORDINALITY AS w (word, place) ORDER BY w.place`,
);

/** What a word counts in the text, nowhere, among the keywords, in the title. */
const WEIGHTS = `'{0.05, 0.2, 0.6, 1}'`;
const MARKS = `StartSel=${MARK_START}, StopSel=${MARK_END}`;

/** Who looks: a reader of a brand's pages, or somebody who works here and serves brands. */
type Seeker = { reader: Reader } | { served: readonly number[] | null; brandId: number | null; language: string };

/** Looks for the same words among other texts, and says how many it found. */
export type SearchBeside = (sought: SoughtWords) => Promise<number>;

const NOTHING_BESIDE: SearchBeside = () => Promise.resolve(0);

/** Finds articles by words, also misspelled ones, in one language: the best first. */
@Injectable()
export class SearchArticleTexts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** What `beside` finds counts: words are taken less exactly only when nobody has them as they are. */
  async run(
    seeker: Seeker,
    typed: string,
    options: SearchOptions,
    beside: SearchBeside = NOTHING_BESIDE,
  ): Promise<FoundTexts> {
    const language = 'reader' in seeker ? seeker.reader.language : seeker.language;
    const words = wordsOf(typed, options.loosely ? LETTER_WORDS : undefined);
    if (words.length === 0) return { items: [], total: 0 };
    const exact = words.map((text, index) => [{ text, prefix: !options.loosely && index === words.length - 1 }]);
    if (options.loosely) return this.find(seeker, { closeness: 'some', wanted: exact, language }, options);

    const look = async (closeness: Closeness, wanted: Meanings[]) => {
      const sought = { closeness, wanted, language };
      const [found, others] = await Promise.all([this.find(seeker, sought, options), beside(sought)]);
      return { found, isEnough: found.total + others > 0 };
    };
    const typedFound = await look('typed', exact);
    if (typedFound.isEnough) return typedFound.found;
    const meant = await this.meanings(language, exact);
    const meantFound = await look('meant', meant);
    if (meantFound.isEnough || words.length === 1 || options.headingOnly) return meantFound.found;
    return (await look('some', meant)).found;
  }

  /** Each word, and what it may have been meant to be when no article has it. */
  private async meanings(language: string, exact: Meanings[]): Promise<Meanings[]> {
    const words = exact.map(([meaning]) => meaning?.text ?? '');
    const rows = await this.database.rows<{ word: string; similar: string[] }>(SIMILAR, [language, words]);
    return exact.map((meanings, index) => {
      const { word = '', similar = [] } = rows[index] ?? {};
      return [...meanings, ...meantBy(word, similar).map((text) => ({ text, prefix: false }))];
    });
  }

  private async find(
    seeker: Seeker,
    { closeness, wanted, language }: SoughtWords,
    options: SearchOptions,
  ): Promise<FoundTexts> {
    const now = this.clock.now();
    const isReader = 'reader' in seeker;
    const who = isReader ? readerValues(seeker.reader, now) : [seeker.brandId, seeker.served, now];
    const kind = isReader ? 'reader' : 'agent';
    const query = statementOf(kind, closeness, options.headingOnly ?? false);
    const asked = [language, JSON.stringify(wanted), options.limit, options.offset ?? 0];
    const rows = await this.database.rows<FoundRow>(query, [...who, ...asked]);
    return {
      items: rows.map(({ total: _, subject, excerpt, ...row }) => ({
        ...row,
        subject: readMarks(subject),
        excerpt: readMarks(excerpt),
      })),
      total: rows[0]?.total ?? 0,
    };
  }
}

/** `$1` brand, `$2` served brands, `$3` now: texts that those who work here may send to customers. */
const SENDABLE = `t.publish_at <= $3 AND a.deleted_at IS NULL AND ${servedSql(2)}
  AND ($1::bigint IS NULL OR EXISTS (SELECT FROM topic_brands b WHERE b.topic_id = o.id AND b.brand_id = $1))`;

const KNOWN = new Map<string, Statement>();

/** Each kind of search is one statement, planned once for each connection. */
function statementOf(kind: 'reader' | 'agent', closeness: Closeness, headingOnly: boolean): Statement {
  const name = `knowledge.find.${kind}.${closeness}${headingOnly ? '.heading' : ''}`;
  const known =
    KNOWN.get(name) ?? statement(name, textOf(kind === 'reader' ? READABLE : SENDABLE, closeness, headingOnly));
  KNOWN.set(name, known);
  return known;
}

/** `$4` language, `$5` what the words may mean, `$6` how many, `$7` after how many. */
function textOf(visible: string, closeness: Closeness, headingOnly: boolean): string {
  const from = `FROM article_translations t JOIN articles a ON a.id = t.article_id JOIN topics o ON o.id = a.topic_id`;
  const in_ = (column: string) =>
    `(SELECT t.article_id ${from} WHERE t.${column} @@ (SELECT query FROM asked) AND t.language = $4 AND ${visible} LIMIT ${headingOnly ? COMPLETIONS_RANKED : CANDIDATES})`;
  const least =
    closeness === 'some'
      ? 'WHERE met >= (SELECT greatest(1, least(2, ceil(cardinality(parts) / 3.0))) FROM asked)'
      : '';
  const met = `(SELECT count(*) FROM unnest((SELECT parts FROM asked)) AS part WHERE t.document @@ part)`;
  return `WITH asked AS MATERIALIZED (
      SELECT parts, ${closeness === 'some' ? 'any_of' : 'all_of'}(parts) AS query FROM (SELECT article_queries($4, $5::jsonb) AS parts) p),
    hit AS MATERIALIZED (${in_('heading')}${headingOnly ? '' : ` UNION ${in_('document')}`}),
    ranked AS (
      SELECT t.article_id, ${closeness === 'some' ? met : '1'} AS met,
        (2 * ts_rank(${WEIGHTS}, t.heading, q.query)${headingOnly ? '' : ` + ts_rank(${WEIGHTS}, t.document, q.query, 1)`})
          * (0.75 + 0.5 * (coalesce(k.helpful, 0) + 1) / (coalesce(k.helpful, 0) + coalesce(k.not_helpful, 0) + 2)) AS rank
      FROM hit JOIN article_translations t ON t.article_id = hit.article_id AND t.language = $4
      LEFT JOIN article_counts k ON k.article_id = t.article_id CROSS JOIN asked q),
    shown AS (SELECT *, (count(*) OVER ())::int AS total FROM ranked ${least}
      ORDER BY met DESC, rank DESC, article_id LIMIT $6 OFFSET $7)
    SELECT t.article_id AS id, t.language, t.slug, s.total, 100 * s.met + s.rank AS rank,
      ts_headline(article_words($4), ${toBeMarked('t.subject')}, q.query, 'HighlightAll=true, ${MARKS}') AS subject,
      ${headingOnly ? `''` : `ts_headline(article_words($4), ${toBeMarked('left(t.text, 20000)')}, q.query, 'MaxWords=36, MinWords=20, ${MARKS}')`} AS excerpt
    FROM shown s JOIN article_translations t ON t.article_id = s.article_id AND t.language = $4 CROSS JOIN asked q
    ORDER BY s.met DESC, s.rank DESC, s.article_id`;
}

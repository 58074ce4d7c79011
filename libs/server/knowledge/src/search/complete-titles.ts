import { Injectable } from '@nestjs/common';
import type { EventPayload, TextMark } from '@bureau/contracts';
import { completes, placedWords, wordsOf, type PlacedWord } from '@bureau/domain';
import { Clock, Database, FreshLists, OnEvent, statement } from '@bureau/platform';
import { READABLE, readerValues, type Reader } from '../reader/reader.ts';
import { SearchArticleTexts, type FoundText, type SearchBeside } from './search-articles.ts';

const COMPLETIONS = 8;
/** How old, in milliseconds, what is known of titles may be: what another process changes is seen then. */
const FRESH_MS = 10_000;
/** Lists of titles in memory: one for each brand, language and kind of reader. */
const MOST_LISTS = 200;
/** Titles of one list; what is beyond is still found by the search itself. */
const MOST_TITLES = 20_000;

const TITLES = statement(
  'knowledge.titles',
  `SELECT t.article_id AS id, t.slug, t.subject, t.keywords
   FROM article_translations t JOIN articles a ON a.id = t.article_id JOIN topics o ON o.id = a.topic_id
   LEFT JOIN article_counts k ON k.article_id = a.id
   WHERE t.language = $4 AND ${READABLE}
   ORDER BY coalesce(k.helpful, 0) DESC, coalesce(k.views, 0) DESC, t.article_id LIMIT ${MOST_TITLES}`,
);

interface Title {
  id: number;
  slug: string;
  subject: string;
  words: PlacedWord[];
  keywords: string[];
}

/**
 * Completes what somebody types with titles, from memory: every key that is pressed asks, and must not cost a search.
 */
@Injectable()
export class CompleteTitles {
  private readonly lists = new FreshLists<Title>({ freshMs: FRESH_MS, most: MOST_LISTS });

  constructor(
    private readonly database: Database,
    private readonly search: SearchArticleTexts,
    private readonly clock: Clock,
  ) {}

  /** From memory, the most helpful first; titles before keywords. */
  async known(reader: Reader, typed: string): Promise<FoundText[]> {
    const wanted = wordsOf(typed);
    if (wanted.length === 0) return [];
    const inTitle: FoundText[] = [];
    const inKeywords: FoundText[] = [];
    for (const title of await this.titles(reader)) {
      const found = completes(title, wanted);
      if (found) (found.marks.length === 0 ? inKeywords : inTitle).push(present(title, found.marks, reader));
      if (inTitle.length === COMPLETIONS) return inTitle;
    }
    return [...inTitle, ...inKeywords].slice(0, COMPLETIONS);
  }

  /** As a search does, with the forms of words and their typos. It asks the database: not for every key of everybody. */
  async searched(reader: Reader, typed: string, beside?: SearchBeside): Promise<FoundText[]> {
    return (await this.search.run({ reader }, typed, { limit: COMPLETIONS, headingOnly: true }, beside)).items;
  }

  @OnEvent('article.changed', 'knowledge.forget-changed-title')
  async onArticleChanged(_: EventPayload<'article.changed'>): Promise<void> {
    this.lists.clear();
  }

  @OnEvent('article.published', 'knowledge.forget-unknown-title')
  async onArticlePublished(_: EventPayload<'article.published'>): Promise<void> {
    this.lists.clear();
  }

  @OnEvent('topic.changed', 'knowledge.forget-titles-of-topic')
  async onTopicChanged(_: EventPayload<'topic.changed'>): Promise<void> {
    this.lists.clear();
  }

  private titles(reader: Reader): Promise<Title[]> {
    const key = `${reader.brandId} ${reader.language} ${reader.signedIn}`;
    return this.lists.of(key, () => this.read(reader));
  }

  private async read(reader: Reader): Promise<Title[]> {
    const rows = await this.database.rows<{ id: number; slug: string; subject: string; keywords: string[] }>(TITLES, [
      ...readerValues(reader, this.clock.now()),
      reader.language,
    ]);
    return rows.map(({ keywords, ...row }) => ({
      ...row,
      words: placedWords(row.subject),
      keywords: keywords.flatMap((keyword) => wordsOf(keyword)),
    }));
  }
}

function present({ id, slug, subject }: Title, marks: TextMark[], { language }: Reader): FoundText {
  return { id, language, slug, subject: { text: subject, marks }, excerpt: { text: '', marks: [] }, rank: 0 };
}

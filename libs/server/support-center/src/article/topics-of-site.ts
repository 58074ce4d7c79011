import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { PublicQuestionsQueries } from '@bureau/channels';
import { BrandDirectory } from '@bureau/identity';
import { ReadingQueries } from '@bureau/knowledge';
import { OnEvent } from '@bureau/platform';
import { PageCache } from '../page/page-cache.ts';
import { CommonObjects } from '../theme/common-objects.ts';
import { once } from '../theme/liquid-objects.ts';
import { topicObject } from './article-objects.ts';
import { readerOf } from './reader-of.ts';

/** How many articles of a topic a theme can show where it lists topics. */
const FIRST_ARTICLES = 5;

/** Gives every page of a theme `site.topics`, and forgets pages when what the company knows has changed. */
@Injectable()
export class TopicsOfSite {
  constructor(
    private readonly pages: PageCache,
    private readonly brands: BrandDirectory,
    reading: ReadingQueries,
    questions: PublicQuestionsQueries,
    common: CommonObjects,
  ) {
    common.add((center) => ({
      site: {
        topics: once(async () => {
          const topics = await reading.topics(readerOf(center), { articles: FIRST_ARTICLES });
          const counts = once(async () =>
            center.brand.offers.questions ? await questions.counts(readerOf(center)) : new Map<number, number>(),
          );
          return topics.map((topic) => topicObject(topic, center, counts));
        }),
      },
    }));
  }

  @OnEvent('article.changed', 'support-center.forget-article')
  async onArticleChanged(_: EventPayload<'article.changed'>): Promise<void> {
    this.forgetAll();
  }

  @OnEvent('article.published', 'support-center.show-article')
  async onArticlePublished(_: EventPayload<'article.published'>): Promise<void> {
    this.forgetAll();
  }

  @OnEvent('topic.changed', 'support-center.forget-topics')
  async onTopicChanged(_: EventPayload<'topic.changed'>): Promise<void> {
    this.forgetAll();
  }

  @OnEvent('question.changed', 'support-center.count-questions')
  async onQuestionChanged({ brandId }: EventPayload<'question.changed'>): Promise<void> {
    this.pages.forget(brandId);
  }

  /** A topic may have been on the pages of a brand that it is not on any more. */
  private forgetAll(): void {
    for (const { id } of this.brands.all()) this.pages.forget(id);
  }
}

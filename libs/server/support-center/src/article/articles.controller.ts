import { Controller } from '@nestjs/common';
import { downloadHeaders } from '@bureau/cases';
import { PublicQuestionsQueries } from '@bureau/channels';
import { KnowledgeTally, ReadingQueries, VoteOnArticle, type OpenArticle } from '@bureau/knowledge';
import { BlobStorage, ProblemError } from '@bureau/platform';
import type { CenterAnswer } from '../page/center-answer.ts';
import { CenterPage } from '../page/center-page.ts';
import type { CenterRequest } from '../page/center-request.ts';
import { Snippets } from '../snippet/snippets.ts';
import { pagerBlock } from '../theme/blocks.ts';
import { KnownSite } from '../theme/known-site.ts';
import { articleObject, openArticleObject, topicObject } from './article-objects.ts';
import { articlePath, isPath, readIdSlug, topicPath } from './article-paths.ts';
import { articleHtml } from './article-text.ts';
import { rateBlock } from './rate-block.ts';
import { KEPT_SECONDS, readerOf } from './reader-of.ts';
import { voterOf } from './visitor-hash.ts';

const ARTICLES_OF_A_PAGE = 20;
const RELATED = 4;

/** Topics and articles as visitors read them. */
@Controller()
export class ArticlePagesController {
  constructor(
    private readonly reading: ReadingQueries,
    private readonly votes: VoteOnArticle,
    private readonly tally: KnowledgeTally,
    private readonly storage: BlobStorage,
    private readonly snippets: Snippets,
    private readonly questions: PublicQuestionsQueries,
    private readonly site: KnownSite,
  ) {}

  @CenterPage('GET', '/customer/portal/topics/:idSlug', 'Lead to the articles of a topic.')
  topicAlone(center: CenterRequest): Promise<CenterAnswer> {
    return this.topic(center);
  }

  @CenterPage('GET', '/customer/portal/topics/:idSlug/articles', 'Show the articles of a topic.')
  async topic(center: CenterRequest): Promise<CenterAnswer> {
    const named = readIdSlug(center.params['idSlug'] ?? '');
    const page = pageOf(center);
    const place = { limit: ARTICLES_OF_A_PAGE, offset: (page - 1) * ARTICLES_OF_A_PAGE };
    const topic = named && (await this.reading.topic(readerOf(center), named.id, place));
    if (!topic || (page > 1 && topic.articles.length === 0)) throw new ProblemError('route.not-found');
    const path = topicPath(topic);
    if (!isPath(center, path)) return { redirect: center.link(path), permanent: true };

    const pages = Math.max(1, Math.ceil(topic.articleCount / ARTICLES_OF_A_PAGE));
    const address = (to: number) => (to === 1 ? center.link(path) : `${center.link(path)}?page=${to}`);
    const previous_url = page > 1 ? address(page - 1) : null;
    const next_url = page < pages ? address(page + 1) : null;
    const words = this.snippets.of(center.brand.id, center.language);
    return {
      page: 'page_topic',
      title: topic.name,
      objects: {
        topic: topicObject(topic, center, () => this.questions.counts(readerOf(center))),
        previous_url,
        next_url,
        more_article_block: pagerBlock(
          { previous: previous_url, next: next_url },
          { label: words.articles, previous: words.prev, next: words.next },
        ),
      },
      head: { description: topic.description, canonical: path, hidden: page > 1 },
      cacheSeconds: await this.reading.steadySeconds(KEPT_SECONDS),
    };
  }

  @CenterPage('GET', '/customer/portal/articles/:idSlug', 'Show an article.')
  async article(center: CenterRequest): Promise<CenterAnswer> {
    const named = readIdSlug(center.params['idSlug'] ?? '');
    const article = named && (await this.reading.article(readerOf(center), named.id));
    if (!article) return this.elsewhere(center, named?.id ?? 0);
    if (article.language !== center.language) return this.otherLanguage(center, article);
    const path = articlePath(article);
    if (!isPath(center, path)) return { redirect: center.link(path), permanent: true };

    const justVoted = center.query['voted'] !== undefined;
    const shown = () => this.tally.viewed(center.brand.id, article.id);
    return {
      page: 'page_article',
      title: article.subject,
      objects: await this.objectsOf(article, center, { justVoted }),
      head: headOf(article, center),
      ...(justVoted ? {} : { cacheSeconds: await this.reading.steadySeconds(KEPT_SECONDS), shown }),
    };
  }

  @CenterPage('GET', '/customer/portal/attachments/:fileId/faq', 'Download a file of an article, or show its picture.')
  async file(center: CenterRequest): Promise<CenterAnswer> {
    const fileId = readIdSlug(center.params['fileId'] ?? '')?.id ?? 0;
    const { brandId, signedIn } = readerOf(center);
    const file = await this.reading.file({ brandId, signedIn }, fileId);
    if (!file) throw new ProblemError('route.not-found');
    const headers = { ...downloadHeaders(file), 'content-length': String(file.size) };
    return { file: { content: await this.storage.read(file.sha256), headers } };
  }

  /** Where a deleted article's address leads; or nowhere. */
  private async elsewhere(center: CenterRequest, articleId: number): Promise<CenterAnswer> {
    const target = await this.reading.redirectOf(readerOf(center), articleId);
    if (!target) throw new ProblemError('route.not-found');
    return { redirect: center.link(articlePath(target)), permanent: true };
  }

  /** An article that this language lacks is shown in one that it has, and says so. */
  private otherLanguage(center: CenterRequest, article: OpenArticle): CenterAnswer {
    const { brand } = center;
    if (!brand.languages.includes(article.language)) throw new ProblemError('route.not-found');
    const notice = this.snippets.of(brand.id, center.language).article_translation_missing;
    return { redirect: center.inLanguage(article.language), notice };
  }

  private async objectsOf(article: OpenArticle, center: CenterRequest, { justVoted }: { justVoted: boolean }) {
    const { html, headings } = articleHtml(article.html, center);
    const reader = readerOf(center);
    const voter = justVoted ? voterOf(center) : null;
    const vote = voter === null ? undefined : await this.votes.of(article.id, voter);
    const related = await this.reading.related(reader, article, RELATED);
    const { timeZone } = await this.site.current();
    const topic = { ...article.topic, description: '', articleCount: 0, articles: [] };
    return {
      article: openArticleObject(article, html, center),
      topic: topicObject(topic, center, () => this.questions.counts(readerOf(center))),
      headings: headings.length > 2 ? headings : [],
      related_articles: related.map((one) => articleObject(one, center)),
      rate_block: rateBlock(article, { center, words: this.snippets.of(center.brand.id, center.language), vote }),
      updated_on: new Intl.DateTimeFormat(center.language, { dateStyle: 'long', timeZone: timeZone ?? 'UTC' }).format(
        article.updatedAt,
      ),
      languages: article.languages.map(({ language }) => language),
    };
  }
}

function headOf(article: OpenArticle, { brand, language, absolute }: CenterRequest) {
  const description = article.text.replace(/\s+/g, ' ').slice(0, 160);
  const spoken = article.languages.filter((one) => brand.languages.includes(one.language));
  return {
    description,
    canonical: articlePath(article),
    paths: Object.fromEntries(spoken.map((one) => [one.language, articlePath({ id: article.id, slug: one.slug })])),
    languages: spoken.map((one) => one.language),
    kind: 'article' as const,
    jsonLd: {
      '@type': 'TechArticle',
      headline: article.subject.slice(0, 110),
      description,
      inLanguage: language,
      datePublished: new Date(article.publishedAt).toISOString(),
      dateModified: new Date(article.updatedAt).toISOString(),
      mainEntityOfPage: absolute(articlePath(article)),
      publisher: { '@type': 'Organization', name: brand.name },
    },
  };
}

function pageOf({ query }: CenterRequest): number {
  return /^[1-9]\d{0,3}$/.test(query['page'] ?? '') ? Number(query['page']) : 1;
}

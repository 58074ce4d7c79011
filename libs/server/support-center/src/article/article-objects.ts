import type { FoundText, OpenArticle, ReadableArticle, ReadableTopic } from '@bureau/knowledge';
import type { MarkedText } from '@bureau/platform';
import type { CenterRequest } from '../page/center-request.ts';
import { once, type LiquidObjects } from '../theme/liquid-objects.ts';
import { escapeHtml, SafeHtml } from '../theme/safe-html.ts';
import { articlePath, topicPath } from './article-paths.ts';

/** An article in a list, by the names of product.md 4.4. */
export function articleObject(article: ReadableArticle, center: CenterRequest): LiquidObjects {
  return {
    id: article.id,
    subject: article.subject,
    subject_plain: article.subject,
    body_plain: article.text,
    public_url: center.link(articlePath(article)),
    updated_at: new Date(article.updatedAt),
  };
}

/** How many questions in public each topic has; asked when a theme wants to know. */
export type QuestionCounts = () => Promise<ReadonlyMap<number, number>>;

export function topicObject(topic: ReadableTopic, center: CenterRequest, counts: QuestionCounts): LiquidObjects {
  return {
    id: topic.id,
    name: topic.name,
    description: topic.description,
    article_count: topic.articleCount,
    question_count: once(async () => (await counts()).get(topic.id) ?? 0),
    allow_questions: topic.allowQuestions,
    public_articles_url: center.link(topicPath(topic)),
    public_questions_url: center.link(topicPath(topic).replace(/articles$/, 'questions')),
    articles: topic.articles.map((article) => articleObject(article, center)),
  };
}

/** The article of the page. `body` is clean HTML. */
export function openArticleObject(article: OpenArticle, body: string, center: CenterRequest): LiquidObjects {
  return {
    ...articleObject({ ...article, text: article.text }, center),
    body: new SafeHtml(body),
    keywords: article.keywords.join(', '),
    published_at: new Date(article.publishedAt),
    number_of_attachments: article.files.length,
    kb_article_attachments: article.files.map((file) => ({
      name: file.fileName,
      file_name: file.fileName,
      size: sizeOf(file.size, center.language),
      faq_download_url: center.link(`/customer/portal/attachments/${file.id}/faq`),
    })),
  };
}

/** What was found, with marks around the words. */
export function resultObject(found: FoundText, center: CenterRequest): LiquidObjects {
  return {
    id: found.id,
    class_name: 'Article',
    subject: marked(found.subject),
    subject_plain: found.subject.text,
    body: marked(asExcerpt(found.excerpt)),
    body_plain: found.excerpt.text,
    public_url: center.link(articlePath(found)),
    'featured?': false,
    ...{ answers_count: 0, answers_agent_count: 0, answers_customer_count: 0 },
  };
}

/** A plain text with `<mark>` where something was found; everything else is escaped. */
export function marked({ text, marks }: MarkedText): SafeHtml {
  let html = '';
  let at = 0;
  for (const [from, to] of marks) {
    html += `${escapeHtml(text.slice(at, from))}<mark>${escapeHtml(text.slice(from, to))}</mark>`;
    at = to;
  }
  return new SafeHtml(html + escapeHtml(text.slice(at)));
}

/** Says where a text goes on that was cut. */
export function asExcerpt({ text, marks }: MarkedText): MarkedText {
  const before = /^\p{Ll}/u.test(text) ? '… ' : '';
  const after = text === '' || /[.!?…:]\s*$/.test(text) ? '' : ' …';
  return {
    text: before + text.trimEnd() + after,
    marks: marks.map(([from, to]) => [from + before.length, to + before.length]),
  };
}

/** Bytes as people say them: 340 kB. */
function sizeOf(bytes: number, language: string): string {
  const [unit, amount] = bytes < 1_000_000 ? ['kB', bytes / 1_000] : ['MB', bytes / 1_000_000];
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: amount < 10 ? 1 : 0 }).format(amount)} ${unit}`;
}

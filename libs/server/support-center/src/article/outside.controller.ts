import { Controller } from '@nestjs/common';
import { PublicQuestionsQueries } from '@bureau/channels';
import { ReadingQueries } from '@bureau/knowledge';
import type { CenterAnswer } from '../page/center-answer.ts';
import { CenterPage } from '../page/center-page.ts';
import type { CenterRequest } from '../page/center-request.ts';
import { escapeHtml } from '../theme/safe-html.ts';
import { questionPath } from '../question/question-paths.ts';
import { articlePath, FEED, topicPath } from './article-paths.ts';
import { readerOf } from './reader-of.ts';

/** As many as a sitemap may hold (sitemaps.org). */
const MOST_ADDRESSES = 50_000;
const MOST_QUESTIONS = 10_000;
const LATEST = 20;
const KEPT = { 'cache-control': 'public, max-age=600' };

/** What machines read: the sitemap for search engines, a feed for those who follow. */
@Controller()
export class OutsidePagesController {
  constructor(
    private readonly reading: ReadingQueries,
    private readonly questions: PublicQuestionsQueries,
  ) {}

  @CenterPage('GET', '/sitemap.xml', 'List every page that guests can read, for search engines.')
  async sitemap(center: CenterRequest): Promise<CenterAnswer> {
    const { brand } = center;
    const articles = await this.reading.addresses(brand.id, MOST_ADDRESSES);
    const topics = await this.reading.topics({ ...readerOf(center), signedIn: false }, { articles: 0 });
    const questions = brand.offers.questions ? await this.questions.latest(brand.id, MOST_QUESTIONS) : [];
    const pages = [
      ...brand.languages.map((language) => entry(center.absolute('/', language))),
      ...topics.map((topic) => entry(center.absolute(topicPath(topic)))),
      ...articles
        .filter(({ language }) => brand.languages.includes(language))
        .map((article) => entry(center.absolute(articlePath(article), article.language), article.updatedAt)),
      ...questions.map((question) => entry(center.absolute(questionPath(question)), question.createdAt)),
    ];
    const content = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages.slice(0, MOST_ADDRESSES).join('\n')}
</urlset>
`;
    return { file: { content, headers: { 'content-type': 'application/xml; charset=utf-8', ...KEPT } } };
  }

  @CenterPage('GET', '/robots.txt', 'Tell search engines where the sitemap is.')
  robots(center: CenterRequest): CenterAnswer {
    const content = `User-agent: *\nDisallow: ${center.homeBase}/customer/portal/private/\nSitemap: ${center.absolute('/sitemap.xml')}\n`;
    return { file: { content, headers: { 'content-type': 'text/plain; charset=utf-8', ...KEPT } } };
  }

  @CenterPage('GET', FEED, 'Give the latest articles as a feed (Atom, RFC 4287).')
  async feed(center: CenterRequest): Promise<CenterAnswer> {
    const articles = await this.reading.latest({ ...readerOf(center), signedIn: false }, LATEST);
    const self = center.absolute(FEED);
    const updated = articles[0]?.updatedAt ?? new Date(0);
    const entries = articles.map((article) => {
      const url = escapeHtml(center.absolute(articlePath(article)));
      const about = article.text.replace(/\s+/g, ' ');
      return `<entry><id>${url}</id><title>${xmlText(article.subject)}</title><link href="${url}"/><updated>${article.updatedAt.toISOString()}</updated><summary>${xmlText(about)}</summary></entry>`;
    });
    const content = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${center.language}">
<id>${escapeHtml(self)}</id><title>${xmlText(center.brand.name)}</title><link rel="self" href="${escapeHtml(self)}"/>
<updated>${updated.toISOString()}</updated><author><name>${xmlText(center.brand.name)}</name></author>
${entries.join('\n')}
</feed>
`;
    return { file: { content, headers: { 'content-type': 'application/atom+xml; charset=utf-8', ...KEPT } } };
  }
}

function entry(url: string, at?: Date): string {
  const changed = at ? `<lastmod>${at.toISOString()}</lastmod>` : '';
  return `<url><loc>${escapeHtml(url)}</loc>${changed}</url>`;
}

/** Control characters have no place in XML, whatever they are written as. */
function xmlText(text: string): string {
  return escapeHtml(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''));
}

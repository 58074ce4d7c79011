import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { stampOf, userIdOf, type Actor, type OwnBodies } from '@bureau/contracts';
import { outdatedAfter, slugOf, stateAt, textOfHtml } from '@bureau/domain';
import { Clock, Outbox } from '@bureau/platform';
import { ArticleFileRepository } from '../file/article-file.repository.ts';
import { ArticleRepository } from './article.repository.ts';
import { ArticleVersionRepository } from './article-version.repository.ts';
import type { CleanText } from './clean-text.ts';
import type { StoredTranslation } from './stored-article.ts';

/** What a text is to say and when it is to appear. */
export interface WantedText {
  subject: string;
  /** Written anew; or the clean HTML that there was. */
  html: CleanText | string;
  /** Clean. */
  bodies: OwnBodies;
  keywords: string[];
  publishAt: Date | null;
  upToDate: boolean | undefined;
  restores: number | null;
}

/** Where a text belongs; `before`: what it was. */
export interface TextPlace {
  articleId: number;
  language: string;
  isFirst: boolean;
  before: StoredTranslation | null;
}

/** Writes one text of an article: the text, its version, the marks on its translations, the fact. Within a transaction. */
@Injectable()
export class SaveText {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly versions: ArticleVersionRepository,
    private readonly files: ArticleFileRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Returns the number of the version that it has now. */
  async run(actor: Actor, { articleId, language, isFirst, before }: TextPlace, wanted: WantedText): Promise<number> {
    const by = userIdOf(actor) ?? null;
    const html = await this.htmlOf(articleId, wanted.html, by);
    const { subject, bodies, keywords, publishAt } = wanted;
    const said = { subject, html, bodies, keywords };
    const isNew = before === null || !isDeepStrictEqual(said, pick(before));
    const version = isNew ? (await this.versions.last(articleId, language)) + 1 : before.version;
    const marks = outdatedAfter({ isFirst, before, after: said, upToDate: wanted.upToDate });

    const announcedAt = await this.announce(actor, { articleId, language, before }, publishAt);
    await this.articles.writeText({
      ...{ articleId, language, ...said, slug: slugOf(subject), text: textOfHtml(html) },
      ...{ publishAt, announcedAt, version, by },
      outdated: isNew || wanted.upToDate !== undefined ? marks.own : before.outdated,
    });
    if (marks.others) await this.articles.markOutdated(articleId, language);
    if (isNew) {
      const kept = { ...said, restores: wanted.restores };
      await this.versions.add({ articleId, language, version }, kept, { at: this.clock.now(), by });
    }
    return version;
  }

  private async htmlOf(articleId: number, html: CleanText | string, by: number | null): Promise<string> {
    if (typeof html === 'string') return html;
    const fileIds: number[] = [];
    for (const { contentType, ...blob } of html.pictures) {
      const fileName = `picture.${contentType.replace('image/', '')}`;
      const file = { ...blob, contentType, fileName, inline: true };
      fileIds.push((await this.files.insert(articleId, file, { at: this.clock.now(), by })).id);
    }
    return html.fill(fileIds);
  }

  /** Tells the fact when it appears now and did not before. What is to come is told when its time has come. */
  private async announce(
    actor: Actor,
    { articleId, language, before }: Omit<TextPlace, 'isFirst'>,
    publishAt: Date | null,
  ): Promise<Date | null> {
    const now = this.clock.now();
    if (publishAt === null || stateAt(publishAt, now) !== 'published') return null;
    const was = stateAt(before?.publishAt ? new Date(before.publishAt) : null, now);
    if (was !== 'published') {
      await this.outbox.add('article.published', { articleId, language, actor: stampOf(actor) });
    }
    return publishAt;
  }
}

function pick({ subject, html, bodies, keywords }: StoredTranslation) {
  return { subject, html, bodies, keywords };
}

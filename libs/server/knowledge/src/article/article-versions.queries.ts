import { Injectable } from '@nestjs/common';
import type { Actor, ArticleVersion, ArticleVersionDetails, DiffLine } from '@bureau/contracts';
import { diffLines, textOfHtml } from '@bureau/domain';
import { ProblemError } from '@bureau/platform';
import { fileUrl, ArticleQueries } from './article.queries.ts';
import { ArticleVersionRepository, type StoredVersion } from './article-version.repository.ts';
import { showPictures } from '../file/pictures-in-text.ts';

/** Reads what texts once were. */
@Injectable()
export class ArticleVersionQueries {
  constructor(
    private readonly articles: ArticleQueries,
    private readonly versions: ArticleVersionRepository,
  ) {}

  /** The latest first. Throws article.not-found. */
  async list(actor: Actor, articleId: number, language: string): Promise<ArticleVersion[]> {
    await this.articles.stored(actor, articleId);
    const kept = await this.versions.list(articleId, language);
    return kept.map((version, index) => summaryOf(version, linesBetween(kept[index + 1], version)));
  }

  /** With what is different from the one before. Throws article.not-found, article.version-not-found. */
  async get(
    actor: Actor,
    { articleId, language, version }: { articleId: number; language: string; version: number },
  ): Promise<ArticleVersionDetails> {
    await this.articles.stored(actor, articleId);
    const kept = await this.versions.find(articleId, language, version);
    if (!kept) throw new ProblemError('article.version-not-found');
    const before = await this.versions.find(articleId, language, version - 1);
    const lines = linesBetween(before, kept);
    const { html, bodies, keywords } = kept;
    return {
      ...summaryOf(kept, lines),
      html: showPictures(html, (fileId) => fileUrl(articleId, fileId)),
      bodies,
      keywords,
      subjectBefore: before?.subject ?? null,
      lines,
    };
  }
}

function linesBetween(before: StoredVersion | undefined, after: StoredVersion): DiffLine[] {
  return diffLines(before ? textOfHtml(before.html) : '', textOfHtml(after.html));
}

function summaryOf({ version, subject, at, by, restores }: StoredVersion, lines: readonly DiffLine[]): ArticleVersion {
  const count = (kind: DiffLine['kind']) => lines.filter((line) => line.kind === kind).length;
  return { version, subject, at, by, restores, added: count('added'), removed: count('removed') };
}

import { Injectable } from '@nestjs/common';
import { stampOf, userIdOf, type Actor, type OwnBodies, type WriteTranslation } from '@bureau/contracts';
import { AuditLog } from '@bureau/identity';
import { InvalidInput, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { ArticleRepository } from './article.repository.ts';
import { ArticleVersionRepository } from './article-version.repository.ts';
import { CleanArticleText, type CleanText } from './clean-text.ts';
import { HoldArticle } from './hold-article.ts';
import { SaveText, type WantedText } from './save-text.ts';
import type { StoredArticle, StoredTranslation } from './stored-article.ts';

interface Place {
  articleId: number;
  language: string;
}

type CleanWrite = Omit<WriteTranslation, 'html' | 'bodies'> & {
  html?: CleanText | undefined;
  bodies?: OwnBodies | undefined;
};

/** Writes an article in a language: anew, or parts of it; publishes it, takes it back, brings back an older version. */
@Injectable()
export class WriteArticleText {
  constructor(
    private readonly hold: HoldArticle,
    private readonly articles: ArticleRepository,
    private readonly versions: ArticleVersionRepository,
    private readonly clean: CleanArticleText,
    private readonly saveText: SaveText,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /** Throws article.not-found, permission.denied, request.precondition-failed, request.invalid, storage.unavailable. */
  async run(
    actor: Actor,
    place: Place,
    { input, ifMatch }: { input: WriteTranslation; ifMatch: string | null },
  ): Promise<void> {
    const html = input.html === undefined ? undefined : await this.clean.html(input.html);
    const bodies = input.bodies === undefined ? undefined : this.clean.bodies(input.bodies);
    await this.write(actor, place, { input: { ...input, html, bodies }, ifMatch });
  }

  /** As a new version. Throws article.not-found, article.version-not-found, permission.denied. */
  @Transactional()
  async rollBack(actor: Actor, { articleId, language, version }: Place & { version: number }): Promise<void> {
    const article = await this.hold.run(actor, articleId);
    const before = textIn(article, language);
    const kept = await this.versions.find(articleId, language, version);
    if (!before) throw new ProblemError('article.translation-not-found');
    if (!kept) throw new ProblemError('article.version-not-found');
    const publishAt = dateOf(before.publishAt);
    const { subject, html, bodies, keywords } = kept;
    const wanted = { subject, html, bodies, keywords, publishAt, upToDate: undefined, restores: version };
    await this.save(actor, { article, language, before }, wanted);
  }

  /** Throws article.not-found, permission.denied, article.first-language, article.translation-not-found. */
  @Transactional()
  async remove(actor: Actor, { articleId, language }: Place): Promise<void> {
    const article = await this.hold.run(actor, articleId);
    const before = textIn(article, language);
    if (!before) throw new ProblemError('article.translation-not-found');
    if (article.language === language) throw new ProblemError('article.first-language');
    this.hold.checkMayPublish(actor, [before.publishAt]);

    await this.articles.removeText(articleId, language);
    await this.articles.touch(articleId, userIdOf(actor) ?? null);
    const change = { name: before.subject, action: 'changed', before: summaryOf(before) } as const;
    await this.audit.record(actor, { noun: 'article', id: articleId, ...change });
    await this.outbox.add('article.changed', { articleId, actor: stampOf(actor) });
  }

  @Transactional()
  private async write(
    actor: Actor,
    { articleId, language }: Place,
    { input, ifMatch }: { input: CleanWrite; ifMatch: string | null },
  ): Promise<void> {
    const article = await this.hold.run(actor, articleId, { ifMatch });
    const before = textIn(article, language);
    const subject = input.subject ?? before?.subject;
    if (subject === undefined) throw new InvalidInput([{ path: 'subject', message: 'Write the subject.' }]);
    const wanted: WantedText = {
      subject,
      html: input.html ?? before?.html ?? '',
      bodies: input.bodies ?? before?.bodies ?? {},
      keywords: input.keywords ?? before?.keywords ?? [],
      publishAt: dateOf(input.publishAt === undefined ? (before?.publishAt ?? null) : input.publishAt),
      upToDate: input.upToDate,
      restores: null,
    };
    await this.save(actor, { article, language, before }, wanted);
  }

  private async save(
    actor: Actor,
    { article, language, before }: { article: StoredArticle; language: string; before: StoredTranslation | null },
    wanted: WantedText,
  ): Promise<void> {
    this.hold.checkMayPublish(actor, [before?.publishAt ?? null, wanted.publishAt]);
    const { id: articleId } = article;
    const place = { articleId, language, isFirst: article.language === language, before };
    const version = await this.saveText.run(actor, place, wanted);
    await this.articles.touch(articleId, userIdOf(actor) ?? null);

    const { subject, publishAt, restores } = wanted;
    const after = { language, subject, version, publishAt: publishAt?.toISOString() ?? null, restores };
    const change = { ...(before ? { before: summaryOf(before) } : {}), after };
    await this.audit.record(actor, { noun: 'article', id: articleId, name: subject, action: 'changed', ...change });
    await this.outbox.add('article.changed', { articleId, actor: stampOf(actor) });
  }
}

function textIn({ translations }: StoredArticle, language: string): StoredTranslation | null {
  return translations.find((text) => text.language === language) ?? null;
}

function dateOf(time: string | null): Date | null {
  return time === null ? null : new Date(time);
}

function summaryOf({ language, subject, version, publishAt }: StoredTranslation) {
  return { language, subject, version, publishAt: dateOf(publishAt)?.toISOString() ?? null, restores: null };
}

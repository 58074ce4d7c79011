import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { StoreUpload } from '@bureau/cases';
import { stampOf, userIdOf, type Actor, type ArticleAttachment } from '@bureau/contracts';
import { AuditLog } from '@bureau/identity';
import { Clock, Outbox, ProblemError, Transactional, type StoredBlob } from '@bureau/platform';
import { fileUrl } from '../article/article.queries.ts';
import { ArticleRepository } from '../article/article.repository.ts';
import { HoldArticle } from '../article/hold-article.ts';
import { ArticleFileRepository } from './article-file.repository.ts';

interface Sent {
  fileName: string;
  contentType: string;
  inline: boolean;
  content: Readable;
}

/** Adds files to articles and takes them away. */
@Injectable()
export class AttachFiles {
  constructor(
    private readonly hold: HoldArticle,
    private readonly articles: ArticleRepository,
    private readonly files: ArticleFileRepository,
    private readonly storeUpload: StoreUpload,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Throws article.not-found, permission.denied, request.too-large, storage.unavailable. */
  async add(actor: Actor, articleId: number, { inline, ...sent }: Sent): Promise<ArticleAttachment> {
    await this.mayWrite(actor, articleId);
    const { fileName, contentType, size, sha256 } = await this.storeUpload.run(actor, sent);
    return this.insert(actor, articleId, { fileName, contentType, size, sha256, inline });
  }

  /** Throws article.not-found, article.file-not-found, permission.denied. */
  @Transactional()
  async remove(actor: Actor, articleId: number, fileId: number): Promise<void> {
    const article = await this.hold.run(actor, articleId);
    this.hold.checkMayChange(actor, article);
    const file = await this.files.remove(articleId, fileId, this.clock.now());
    if (!file) throw new ProblemError('article.file-not-found');
    await this.record(actor, article, { before: { file: file.fileName } });
  }

  /** Before the bytes are taken in. */
  @Transactional()
  private async mayWrite(actor: Actor, articleId: number): Promise<void> {
    this.hold.checkMayChange(actor, await this.hold.run(actor, articleId));
  }

  @Transactional()
  private async insert(
    actor: Actor,
    articleId: number,
    file: StoredBlob & { fileName: string; contentType: string; inline: boolean },
  ): Promise<ArticleAttachment> {
    const article = await this.hold.run(actor, articleId);
    const by = userIdOf(actor) ?? null;
    const kept = await this.files.insert(articleId, file, { at: this.clock.now(), by });
    await this.record(actor, article, { after: { file: file.fileName } });
    return { ...kept, url: fileUrl(articleId, kept.id) };
  }

  private async record(
    actor: Actor,
    { id, translations }: { id: number; translations: readonly { subject: string }[] },
    change: { before?: { file: string }; after?: { file: string } },
  ): Promise<void> {
    await this.articles.touch(id, userIdOf(actor) ?? null);
    const name = translations[0]?.subject ?? '';
    await this.audit.record(actor, { noun: 'article', id, name, action: 'changed', ...change });
    await this.outbox.add('article.changed', { articleId: id, actor: stampOf(actor) });
  }
}

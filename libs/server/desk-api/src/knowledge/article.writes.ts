import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { ChangeArticle, CreateArticle, permits, WriteTranslation, type Actor } from '@bureau/contracts';
import { ArticleQueries, SaveArticle, SaveTopic, WriteArticleText, type StoredArticle } from '@bureau/knowledge';
import { Clock, InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import type { Wish } from '../resource/desk-route.ts';
import { meantLanguage, Spoken, tagOf, textNamed } from '../resource/language.ts';
import { understood } from '../resource/understood.ts';
import {
  bodiesIn,
  keywordsIn,
  type ChangedArticle,
  type ChangedArticleText,
  type NewArticle,
  type NewArticleText,
} from './article.body.ts';

@Injectable()
export class ArticleWrites {
  constructor(
    private readonly articles: ArticleQueries,
    private readonly saveArticle: SaveArticle,
    private readonly writeText: WriteArticleText,
    private readonly saveTopic: SaveTopic,
    private readonly clock: Clock,
  ) {}

  /**
   * Published at once by whoever may, unless it says when, or null for a draft; for those who work here until it says that
   * it is in the support center. Throws what {@link SaveArticle.create} throws.
   */
  @Transactional()
  async create({ actor, body }: Wish<NewArticle>, topicId = body._links.topic): Promise<number> {
    const now = permits(actor, 'articles:publish') ? this.clock.now().toISOString() : null;
    const article = understood(CreateArticle, {
      topicId,
      language: body.locale ? tagOf(body.locale) : undefined,
      subject: body.subject,
      html: body.body ?? undefined,
      bodies: bodiesIn(body, {}),
      keywords: keywordsIn(body),
      publishAt: body.publish_at === undefined ? now : body.publish_at,
      internal: body.in_support_center !== true,
      quickcode: body.quickcode || null,
      labels: body.labels ?? undefined,
      internalNotes: body.internal_notes ?? undefined,
    });
    const articleId = await this.saveArticle.create(actor, article);
    await this.place(actor, articleId, body);
    return articleId;
  }

  createIn(wish: Wish<NewArticle>): Promise<number> {
    return this.create(wish, wish.id);
  }

  /** What it says in the language that is wanted, or in its first. Throws what the verbs throw. */
  @Transactional()
  async change({ actor, id, languages, body }: Wish<ChangedArticle>): Promise<void> {
    const article = await this.articles.stored(actor, id);
    const language = meantLanguage(article, languages);
    const settings = settingsIn(article, body);
    const text = textIn(article, language, body);
    if (settings) await this.saveArticle.change(actor, id, { changes: settings, ifMatch: null });
    if (text) await this.writeText.run(actor, { articleId: id, language }, { input: text, ifMatch: null });
    await this.place(actor, id, body);
  }

  /** Into the trash. */
  async remove({ actor, id }: Wish<unknown>): Promise<void> {
    await this.saveArticle.delete(actor, id, null);
  }

  /** Throws request.invalid where the article is written in the language already. */
  async translate({ actor, id: articleId, body }: Wish<NewArticleText>): Promise<string> {
    const { language } = understood(Spoken, { language: tagOf(body.locale) });
    const article = await this.articles.stored(actor, articleId);
    if (article.translations.some((text) => text.language === language)) {
      throw new InvalidInput([{ path: 'language', message: 'The article is written in this language already.' }]);
    }
    // A translation appears with what it translates, unless it says when.
    const publishAt = article.translations.find((text) => text.language === article.language)?.publishAt;
    await this.write(actor, article, { language, body: { publish_at: publishAt, ...body } });
    return body.locale;
  }

  async changeText({ actor, keys, body }: Wish<ChangedArticleText>): Promise<void> {
    const { id, language } = textNamed('article', keys);
    await this.write(actor, await this.articles.stored(actor, id), { language, body });
  }

  /** Throws article.first-language. */
  async removeText({ actor, keys }: Wish<unknown>): Promise<void> {
    const { id, language } = textNamed('article', keys);
    await this.writeText.remove(actor, { articleId: id, language });
  }

  /** Among the articles of its topic, by whoever puts them in order. Throws permission.denied. */
  private async place(actor: Actor, articleId: number, { position }: Pick<ChangedArticle, 'position'>): Promise<void> {
    if (!position) return;
    const { topic, position: before } = await this.articles.stored(actor, articleId);
    if (position === before) return;
    if (!permits(actor, 'articles:publish')) throw new ProblemError('permission.denied');
    await this.saveTopic.placeArticle(actor, topic.id, { articleId, position });
  }

  private async write(
    actor: Actor,
    article: StoredArticle,
    { language, body }: { language: string; body: ChangedArticleText },
  ): Promise<void> {
    const input = textIn(article, language, body);
    if (input) await this.writeText.run(actor, { articleId: article.id, language }, { input, ifMatch: null });
  }
}

/** What is the same in all languages, as far as it is to be changed; null for not at all. */
function settingsIn(article: StoredArticle, body: ChangedArticle): ChangeArticle | null {
  const before = {
    topicId: article.topic.id,
    internal: article.internal,
    quickcode: article.quickcode,
    internalNotes: article.internalNotes,
    labels: article.labels.map(({ name }) => name),
  };
  const { topic } = body._links;
  const after = understood(ChangeArticle, {
    topicId: topic === undefined ? before.topicId : topic,
    internal: typeof body.in_support_center === 'boolean' ? !body.in_support_center : before.internal,
    quickcode: body.quickcode === undefined ? before.quickcode : body.quickcode || null,
    internalNotes: body.internal_notes === null ? '' : (body.internal_notes ?? before.internalNotes),
    labels: body.labels ?? before.labels,
  });
  return isDeepStrictEqual(before, after) ? null : after;
}

/** What is to be written in a language; null where it says that already. */
function textIn(article: StoredArticle, language: string, body: ChangedArticleText): WriteTranslation | null {
  const before = article.translations.find((text) => text.language === language);
  const same = {
    subject: before?.subject,
    bodies: before?.bodies ?? {},
    keywords: before?.keywords ?? [],
    publishAt: before?.publishAt ?? null,
  };
  const { html, upToDate, ...after } = understood(WriteTranslation, {
    subject: body.subject ?? same.subject,
    html: body.body ?? undefined,
    bodies: bodiesIn(body, same.bodies),
    keywords: keywordsIn(body) ?? same.keywords,
    publishAt: isSameTime(body.publish_at, same.publishAt) ? same.publishAt : body.publish_at,
    upToDate: typeof body.outdated === 'boolean' ? !body.outdated : undefined,
  });
  const isSame =
    before !== undefined &&
    (html === undefined || html === before.html) &&
    (upToDate === undefined || upToDate !== before.outdated) &&
    isDeepStrictEqual(after, same);
  return isSame ? null : { html, upToDate, ...after };
}

/** Clients know times to the second. */
function isSameTime(sent: unknown, before: string | null): boolean {
  const seconds = (time: unknown) => (typeof time === 'string' ? Math.floor(Date.parse(time) / 1000) : null);
  return sent === undefined || seconds(sent) === seconds(before);
}

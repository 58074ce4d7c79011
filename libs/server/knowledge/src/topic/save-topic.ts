import { Injectable } from '@nestjs/common';
import {
  stampOf,
  userIdOf,
  type Actor,
  type ChangeTopic,
  type CreateTopic,
  type TranslateTopic,
} from '@bureau/contracts';
import { slugOf } from '@bureau/domain';
import { AuditLog } from '@bureau/identity';
import { checkVersion, InvalidInput, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { DefaultLanguage } from '../default-language.ts';
import { servedBrands, servesAll } from '../knowledge.policy.ts';
import { TopicQueries } from './topic.queries.ts';
import { TopicRepository, type StoredTopic, type TopicSettings } from './topic.repository.ts';

/** Makes and changes topics. */
@Injectable()
export class SaveTopic {
  constructor(
    private readonly topics: TopicRepository,
    private readonly queries: TopicQueries,
    private readonly defaultLanguage: DefaultLanguage,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  /** Returns its id. Throws request.invalid. */
  @Transactional()
  async create(actor: Actor, { name, description, ...input }: CreateTopic): Promise<number> {
    await this.checkBrands(actor, input.brandIds);
    const language = input.language ?? (await this.defaultLanguage.read());

    const topicId = await this.topics.insert(language, input, userIdOf(actor) ?? null);
    await this.topics.setBrands(topicId, input.brandIds);
    await this.topics.writeText({ topicId, language, name, description, slug: slugOf(name) });

    const after = { name, description, language, ...settingsOf(input) };
    await this.audit.record(actor, { noun: 'topic', id: topicId, name, action: 'created', after });
    await this.tell(actor, topicId);
    return topicId;
  }

  /** Throws topic.not-found, permission.denied, request.precondition-failed, request.invalid. */
  @Transactional()
  async change(
    actor: Actor,
    topicId: number,
    { changes, ifMatch }: { changes: ChangeTopic; ifMatch: string | null },
  ): Promise<void> {
    const topic = await this.editable(actor, topicId, ifMatch);
    const before = settingsOf(topic);
    const after = {
      audience: changes.audience ?? before.audience,
      allowQuestions: changes.allowQuestions ?? before.allowQuestions,
      brandIds: changes.brandIds ?? before.brandIds,
    };
    if (changes.brandIds) await this.checkBrands(actor, changes.brandIds);

    await this.topics.update(topicId, after, userIdOf(actor) ?? null);
    await this.topics.setBrands(topicId, after.brandIds);
    await this.audit.record(actor, { noun: 'topic', id: topicId, name: topic.name, action: 'changed', before, after });
    await this.tell(actor, topicId);
  }

  /** Throws topic.not-found, permission.denied, request.precondition-failed. */
  @Transactional()
  async translate(
    actor: Actor,
    { topicId, language }: { topicId: number; language: string },
    { text, ifMatch }: { text: TranslateTopic; ifMatch: string | null },
  ): Promise<void> {
    const topic = await this.editable(actor, topicId, ifMatch);
    const known = topic.translations.find((one) => one.language === language);

    await this.topics.writeText({ topicId, language, ...text, slug: slugOf(text.name) });
    await this.topics.touch(topicId, userIdOf(actor) ?? null);
    const before = known && { language, name: known.name, description: known.description };
    const change = { ...(before ? { before } : {}), after: { language, ...text } };
    await this.audit.record(actor, { noun: 'topic', id: topicId, name: topic.name, action: 'changed', ...change });
    await this.tell(actor, topicId);
  }

  /** Throws topic.not-found, permission.denied, topic.first-language, article.translation-not-found. */
  @Transactional()
  async removeTranslation(actor: Actor, topicId: number, language: string): Promise<void> {
    const topic = await this.editable(actor, topicId);
    if (topic.language === language) throw new ProblemError('topic.first-language');
    const removed = await this.topics.removeText(topicId, language);
    if (!removed) throw new ProblemError('article.translation-not-found');

    await this.topics.touch(topicId, userIdOf(actor) ?? null);
    const { name } = topic;
    await this.audit.record(actor, { noun: 'topic', id: topicId, name, action: 'changed', before: { language } });
    await this.tell(actor, topicId);
  }

  /** The named ones come first. Throws topic.not-found, permission.denied. */
  @Transactional()
  async order(actor: Actor, topicIds: readonly number[]): Promise<void> {
    await this.topics.lockAll();
    for (const topicId of topicIds) await this.editable(actor, topicId);
    await this.topics.reorder(topicIds);
    await this.tell(actor, null);
  }

  /** Throws topic.not-found, permission.denied, request.invalid for an article that is elsewhere. */
  @Transactional()
  async orderArticles(actor: Actor, topicId: number, articleIds: readonly number[]): Promise<void> {
    await this.editable(actor, topicId);
    const known = await this.topics.articlesOf(topicId, articleIds);
    const wrong = articleIds.flatMap((id, index) => (known.includes(id) ? [] : [index]));
    if (wrong.length > 0) {
      const message = 'There is no such article in this topic.';
      throw new InvalidInput(wrong.map((index) => ({ path: `articleIds.${index}`, message })));
    }
    await this.topics.reorderArticles(topicId, articleIds);
    await this.tell(actor, topicId);
  }

  /** `position`: 1 for the first of the topic; those before it keep their places. Throws as {@link orderArticles}. */
  @Transactional()
  async placeArticle(
    actor: Actor,
    topicId: number,
    { articleId, position }: { articleId: number; position: number },
  ): Promise<void> {
    await this.editable(actor, topicId);
    const before = await this.topics.articlesBefore(topicId, { articleId, position });
    await this.orderArticles(actor, topicId, [...before, articleId]);
  }

  /** Throws topic.not-found, permission.denied, topic.in-use. */
  @Transactional()
  async delete(actor: Actor, topicId: number, moveArticlesTo: number | null): Promise<void> {
    await this.topics.lock([topicId, ...(moveArticlesTo === null ? [] : [moveArticlesTo])]);
    const topic = await this.editable(actor, topicId);
    if (moveArticlesTo === topicId) {
      throw new InvalidInput([{ path: 'query.moveArticlesTo', message: 'Name another topic.' }]);
    }
    if (moveArticlesTo !== null) {
      await this.editable(actor, moveArticlesTo);
      await this.topics.moveArticles(topicId, moveArticlesTo, userIdOf(actor) ?? null);
    } else if (topic.articleCount > 0) throw new ProblemError('topic.in-use', { articles: topic.articleCount });

    await this.topics.delete(topicId);
    const { name } = topic;
    const before = { name, ...settingsOf(topic) };
    await this.audit.record(actor, { noun: 'topic', id: topicId, name, action: 'deleted', before });
    await this.tell(actor, moveArticlesTo);
  }

  private async editable(actor: Actor, topicId: number, ifMatch: string | null = null): Promise<StoredTopic> {
    await this.topics.lock([topicId]);
    const topic = await this.queries.stored(actor, topicId);
    if (!servesAll(actor, topic.brandIds)) throw new ProblemError('permission.denied');
    checkVersion(topic.version, ifMatch);
    return topic;
  }

  private async checkBrands(actor: Actor, brandIds: readonly number[]): Promise<void> {
    const served = servedBrands(actor);
    if (served !== null && brandIds.length === 0) {
      throw new InvalidInput([{ path: 'brandIds', message: 'Name a brand that you serve.' }]);
    }
    const unknown = await this.topics.unknownBrands(brandIds);
    const wrong = brandIds.flatMap((id, index) =>
      unknown.includes(id) || served?.includes(id) === false ? [index] : [],
    );
    if (wrong.length === 0) return;
    const message = 'There is no such brand, or you do not serve it.';
    throw new InvalidInput(wrong.map((index) => ({ path: `brandIds.${index}`, message })));
  }

  private async tell(actor: Actor, topicId: number | null): Promise<void> {
    await this.outbox.add('topic.changed', { topicId, actor: stampOf(actor) });
  }
}

function settingsOf({ audience, allowQuestions, brandIds }: TopicSettings): TopicSettings {
  return { audience, allowQuestions, brandIds };
}

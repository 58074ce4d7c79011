import { Injectable } from '@nestjs/common';
import { stampOf, userIdOf, type Actor, type ChangeArticle, type CreateArticle } from '@bureau/contracts';
import { LabelRepository } from '@bureau/cases';
import { AuditLog } from '@bureau/identity';
import { Clock, InvalidInput, orTaken, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { DefaultLanguage } from '../default-language.ts';
import { servedBrands, servesAll } from '../knowledge.policy.ts';
import { TopicQueries } from '../topic/topic.queries.ts';
import { ArticleRepository, type ArticleSettings } from './article.repository.ts';
import { CleanArticleText, type CleanText } from './clean-text.ts';
import { HoldArticle } from './hold-article.ts';
import { SaveText } from './save-text.ts';
import type { StoredArticle } from './stored-article.ts';

type CleanCreate = Omit<CreateArticle, 'html'> & { html: CleanText };
type Wanted = Pick<CreateArticle, 'topicId' | 'internal' | 'quickcode' | 'labels' | 'internalNotes' | 'relatedIds'>;

/** Makes articles and changes what is the same in all their languages. */
@Injectable()
export class SaveArticle {
  constructor(
    private readonly articles: ArticleRepository,
    private readonly topics: TopicQueries,
    private readonly labels: LabelRepository,
    private readonly hold: HoldArticle,
    private readonly clean: CleanArticleText,
    private readonly saveText: SaveText,
    private readonly defaultLanguage: DefaultLanguage,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Returns its id. Throws request.invalid, permission.denied, article.quickcode-taken, storage.unavailable. */
  async create(actor: Actor, input: CreateArticle): Promise<number> {
    const html = await this.clean.html(input.html);
    return this.insert(actor, { ...input, html, bodies: this.clean.bodies(input.bodies) });
  }

  /** Throws article.not-found, permission.denied, request.precondition-failed, request.invalid, article.quickcode-taken. */
  @Transactional()
  async change(
    actor: Actor,
    articleId: number,
    { changes, ifMatch }: { changes: ChangeArticle; ifMatch: string | null },
  ): Promise<void> {
    const article = await this.hold.run(actor, articleId, { ifMatch });
    const before = wantedOf(article);
    const wanted = withChanges(before, changes);
    // Where it is and who may read it is what readers see; notes, labels and quickcodes are the desk's own.
    const concernsReaders = wanted.topicId !== before.topicId || wanted.internal !== before.internal;
    if (concernsReaders || changes.relatedIds) this.hold.checkMayChange(actor, article);
    const settings = await this.settingsFor(actor, wanted, changes.labels ? null : labelIdsOf(article));

    await this.saved(() => this.articles.update(articleId, settings, userIdOf(actor) ?? null));
    const name = nameOf(article);
    await this.audit.record(actor, { noun: 'article', id: articleId, name, action: 'changed', before, after: wanted });
    await this.tell(actor, articleId);
  }

  /** `redirectTo`: where its address leads. Throws article.not-found, permission.denied, request.invalid. */
  @Transactional()
  async delete(actor: Actor, articleId: number, redirectTo: number | null): Promise<void> {
    const article = await this.hold.run(actor, articleId);
    this.hold.checkMayChange(actor, article);
    if (redirectTo !== null) await this.checkKnown(actor, [redirectTo], { path: 'query.redirectTo', self: articleId });

    await this.articles.putIntoTrash(articleId, { at: this.clock.now(), redirectTo, by: userIdOf(actor) ?? null });
    const name = nameOf(article);
    await this.audit.record(actor, {
      noun: 'article',
      id: articleId,
      name,
      action: 'deleted',
      before: wantedOf(article),
    });
    await this.tell(actor, articleId);
  }

  /** Throws article.not-found, permission.denied. */
  @Transactional()
  async restore(actor: Actor, articleId: number): Promise<void> {
    const article = await this.hold.run(actor, articleId, { inTrash: true });
    this.hold.checkMayChange(actor, article);
    await this.articles.takeOutOfTrash(articleId, userIdOf(actor) ?? null);
    const name = nameOf(article);
    await this.audit.record(actor, {
      noun: 'article',
      id: articleId,
      name,
      action: 'enabled',
      after: wantedOf(article),
    });
    await this.tell(actor, articleId);
  }

  @Transactional()
  private async insert(actor: Actor, input: CleanCreate): Promise<number> {
    const settings = await this.settingsFor(actor, input, null);
    const publishAt = input.publishAt === null ? null : new Date(input.publishAt);
    this.hold.checkMayPublish(actor, [publishAt]);
    const language = input.language ?? (await this.defaultLanguage.read());

    const articleId = await this.saved(() => this.articles.insert(language, settings, userIdOf(actor) ?? null));
    const { subject, html, bodies, keywords } = input;
    const place = { articleId, language, isFirst: true, before: null };
    const text = { subject, html, bodies, keywords, publishAt, upToDate: undefined, restores: null };
    await this.saveText.run(actor, place, text);

    const after = { ...wantedOf({ ...input, topic: { id: input.topicId } }), language, subject, publishAt };
    await this.audit.record(actor, { noun: 'article', id: articleId, name: subject, action: 'created', after });
    await this.tell(actor, articleId);
    return articleId;
  }

  private async settingsFor(actor: Actor, wanted: Wanted, labelIds: number[] | null): Promise<ArticleSettings> {
    await this.checkTopic(actor, wanted.topicId);
    await this.checkKnown(actor, wanted.relatedIds, { path: 'relatedIds' });
    const { topicId, internal, quickcode, internalNotes, relatedIds } = wanted;
    const resolved = labelIds ?? (await this.labels.resolve(actor, wanted.labels));
    return { topicId, internal, quickcode, internalNotes, relatedIds, labelIds: resolved };
  }

  private async checkTopic(actor: Actor, topicId: number): Promise<void> {
    const topic = (await this.topics.list(actor)).find(({ id }) => id === topicId);
    if (!topic) throw new InvalidInput([{ path: 'topicId', message: 'There is no such topic; choose another one.' }]);
    const { brandIds } = await this.topics.stored(actor, topicId);
    if (!servesAll(actor, brandIds)) throw new ProblemError('permission.denied');
  }

  private async checkKnown(
    actor: Actor,
    articleIds: readonly number[],
    { path, self = null }: { path: string; self?: number | null },
  ): Promise<void> {
    const known = await this.articles.known(articleIds, servedBrands(actor));
    const wrong = articleIds.flatMap((id, index) => (known.includes(id) && id !== self ? [] : [index]));
    if (wrong.length === 0) return;
    const message = 'There is no such article; choose another one.';
    throw new InvalidInput(
      wrong.map((index) => ({ path: path.startsWith('query') ? path : `${path}.${index}`, message })),
    );
  }

  private saved<T>(write: () => Promise<T>): Promise<T> {
    return orTaken('article.quickcode-taken', write);
  }

  private async tell(actor: Actor, articleId: number): Promise<void> {
    await this.outbox.add('article.changed', { articleId, actor: stampOf(actor) });
  }
}

type Named = Pick<StoredArticle, 'internal' | 'quickcode' | 'internalNotes' | 'relatedIds'> & {
  topic: { id: number };
  labels: readonly (string | { name: string })[];
};

function wantedOf({ topic, internal, quickcode, labels, internalNotes, relatedIds }: Named): Wanted {
  const names = labels.map((label) => (typeof label === 'string' ? label : label.name));
  return { topicId: topic.id, internal, quickcode, labels: names, internalNotes, relatedIds };
}

/** What was sent takes the place of what was. */
function withChanges(before: Wanted, changes: ChangeArticle): Wanted {
  return {
    topicId: changes.topicId ?? before.topicId,
    internal: changes.internal ?? before.internal,
    quickcode: changes.quickcode === undefined ? before.quickcode : changes.quickcode,
    labels: changes.labels ?? before.labels,
    internalNotes: changes.internalNotes ?? before.internalNotes,
    relatedIds: changes.relatedIds ?? before.relatedIds,
  };
}

function labelIdsOf({ labels }: StoredArticle): number[] {
  return labels.map(({ id }) => id);
}

function nameOf({ translations }: StoredArticle): string {
  return translations[0]?.subject ?? '';
}

import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { ChangeTopic, CreateTopic, TranslateTopic, type Actor } from '@bureau/contracts';
import { BrandDirectory, servesBrand } from '@bureau/identity';
import { SaveTopic, TopicQueries } from '@bureau/knowledge';
import { InvalidInput, Transactional } from '@bureau/platform';
import type { Wish } from '../resource/desk-route.ts';
import { meantLanguage, Spoken, tagOf, textNamed } from '../resource/language.ts';
import { understood } from '../resource/understood.ts';
import type { ChangedTopic, ChangedTopicText, NewTopic, NewTopicText } from './topic.body.ts';

@Injectable()
export class TopicWrites {
  constructor(
    private readonly topics: TopicQueries,
    private readonly saveTopic: SaveTopic,
    private readonly brands: BrandDirectory,
  ) {}

  /**
   * On the pages of every brand that the writer serves, unless it names them; read by those who work here until it says
   * that it is in the support center. Throws what {@link SaveTopic.create} throws.
   */
  @Transactional()
  async create({ actor, body }: Wish<NewTopic>): Promise<number> {
    const served = this.brands.all().flatMap(({ id }) => (servesBrand(actor, id) ? [id] : []));
    const topic = understood(CreateTopic, {
      name: body.name,
      description: body.description ?? undefined,
      language: body.locale ? tagOf(body.locale) : undefined,
      audience: body.in_support_center ? 'public' : 'agents',
      allowQuestions: body.allow_questions ?? undefined,
      brandIds: body.brand_ids ?? served,
    });
    const topicId = await this.saveTopic.create(actor, topic);
    if (body.position) await this.place(actor, topicId, body.position);
    return topicId;
  }

  /** Its words in the language that is wanted, or in its first. Throws what the verbs throw. */
  @Transactional()
  async change({ actor, id, languages, body }: Wish<ChangedTopic>): Promise<void> {
    const topic = await this.topics.stored(actor, id);
    await this.write({ actor, id, language: meantLanguage(topic, languages) }, body);
    const before = { audience: topic.audience, allowQuestions: topic.allowQuestions, brandIds: topic.brandIds };
    const isShown = topic.audience !== 'agents';
    const shown = body.in_support_center ?? isShown;
    const after = understood(ChangeTopic, {
      audience: shown === isShown ? topic.audience : shown ? 'public' : 'agents',
      allowQuestions: body.allow_questions ?? before.allowQuestions,
      brandIds: body.brand_ids ?? before.brandIds,
    });
    if (!isDeepStrictEqual(before, after)) await this.saveTopic.change(actor, id, { changes: after, ifMatch: null });
    if (body.position && body.position !== topic.position) await this.place(actor, id, body.position);
  }

  /** Throws topic.in-use: its articles are deleted or moved first. */
  async remove({ actor, id }: Wish<unknown>): Promise<void> {
    await this.saveTopic.delete(actor, id, null);
  }

  /** Throws request.invalid where the topic is written in the language already. */
  @Transactional()
  async translate({ actor, id: topicId, body }: Wish<NewTopicText>): Promise<string> {
    const { language } = understood(Spoken, { language: tagOf(body.locale) });
    const topic = await this.topics.stored(actor, topicId);
    if (topic.translations.some((text) => text.language === language)) {
      throw new InvalidInput([{ path: 'language', message: 'The topic is written in this language already.' }]);
    }
    await this.write({ actor, id: topicId, language }, body);
    return body.locale;
  }

  @Transactional()
  async changeText({ actor, keys, body }: Wish<ChangedTopicText>): Promise<void> {
    await this.write({ actor, ...textNamed('topic', keys) }, body);
  }

  /** Throws topic.first-language. */
  async removeText({ actor, keys }: Wish<unknown>): Promise<void> {
    const { id, language } = textNamed('topic', keys);
    await this.saveTopic.removeTranslation(actor, id, language);
  }

  private async write(
    { actor, id, language }: { actor: Actor; id: number; language: string },
    { name, description }: ChangedTopicText,
  ): Promise<void> {
    const { translations } = await this.topics.stored(actor, id);
    const before = translations.find((text) => text.language === language);
    const text = understood(TranslateTopic, {
      name: name ?? before?.name,
      description: description === null ? '' : (description ?? before?.description),
    });
    if (text.name === before?.name && text.description === before.description) return;
    await this.saveTopic.translate(actor, { topicId: id, language }, { text, ifMatch: null });
  }

  /** Those before it keep their places. */
  private async place(actor: Actor, topicId: number, position: number): Promise<void> {
    const others = (await this.topics.list(actor)).flatMap(({ id }) => (id === topicId ? [] : [id]));
    await this.saveTopic.order(actor, [...others.slice(0, position - 1), topicId]);
  }
}

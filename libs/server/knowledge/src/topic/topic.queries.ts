import { Injectable } from '@nestjs/common';
import type { Actor, Topic } from '@bureau/contracts';
import { Clock, ProblemError, RawJson } from '@bureau/platform';
import { servedBrands, serves, servesAll } from '../knowledge.policy.ts';
import { TopicRepository, type StoredTopic, type TopicReading } from './topic.repository.ts';

/** Reads topics as those who work here see them. */
@Injectable()
export class TopicQueries {
  constructor(
    private readonly topics: TopicRepository,
    private readonly clock: Clock,
  ) {}

  /** In their order. */
  async list(actor: Actor, brandId: number | null = null): Promise<Topic[]> {
    const all = await this.topics.list(this.reading(actor));
    return all
      .filter(({ brandIds }) => serves(actor, brandIds) && (brandId === null || brandIds.includes(brandId)))
      .map((topic) => present(actor, topic));
  }

  /** With its version. Throws topic.not-found. */
  async get(actor: Actor, topicId: number): Promise<RawJson> {
    const topic = await this.stored(actor, topicId);
    return new RawJson(JSON.stringify(present(actor, topic)), topic.version);
  }

  /** Throws topic.not-found. */
  async stored(actor: Actor, topicId: number): Promise<StoredTopic> {
    const topic = await this.topics.find(topicId, this.reading(actor));
    if (!topic || !serves(actor, topic.brandIds)) throw new ProblemError('topic.not-found');
    return topic;
  }

  private reading(actor: Actor): TopicReading {
    return { now: this.clock.now(), served: servedBrands(actor) };
  }
}

/** Of the brands that the reader does not serve he learns nothing. */
function present(actor: Actor, { version: _, ...topic }: StoredTopic): Topic {
  const served = servedBrands(actor);
  const brandIds = served === null ? topic.brandIds : topic.brandIds.filter((id) => served.includes(id));
  return { ...topic, brandIds, editable: servesAll(actor, topic.brandIds) };
}

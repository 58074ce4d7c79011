import { Controller } from '@nestjs/common';
import { topicsApi, type Actor, type RouteCall, type Topic } from '@bureau/contracts';
import { Handles, type HttpExchange, type RawJson } from '@bureau/platform';
import { SaveTopic } from './save-topic.ts';
import { TopicQueries } from './topic.queries.ts';

@Controller()
export class TopicsController {
  constructor(
    private readonly topics: TopicQueries,
    private readonly saveTopic: SaveTopic,
  ) {}

  @Handles(topicsApi.list)
  async list(actor: Actor, { query }: RouteCall<typeof topicsApi.list>): Promise<{ items: Topic[] }> {
    return { items: await this.topics.list(actor, query.brandId ?? null) };
  }

  @Handles(topicsApi.create)
  async create(actor: Actor, { body }: RouteCall<typeof topicsApi.create>): Promise<RawJson> {
    return this.topics.get(actor, await this.saveTopic.create(actor, body));
  }

  @Handles(topicsApi.order)
  async order(actor: Actor, { body }: RouteCall<typeof topicsApi.order>): Promise<{ items: Topic[] }> {
    await this.saveTopic.order(actor, body.topicIds);
    return { items: await this.topics.list(actor) };
  }

  @Handles(topicsApi.read)
  read(actor: Actor, { params }: RouteCall<typeof topicsApi.read>): Promise<RawJson> {
    return this.topics.get(actor, params.topicId);
  }

  @Handles(topicsApi.change)
  async change(
    actor: Actor,
    { params, body }: RouteCall<typeof topicsApi.change>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    await this.saveTopic.change(actor, params.topicId, { changes: body, ifMatch });
    return this.topics.get(actor, params.topicId);
  }

  @Handles(topicsApi.delete)
  delete(actor: Actor, { params, query }: RouteCall<typeof topicsApi.delete>): Promise<void> {
    return this.saveTopic.delete(actor, params.topicId, query.moveArticlesTo ?? null);
  }

  @Handles(topicsApi.translate)
  async translate(
    actor: Actor,
    { params, body }: RouteCall<typeof topicsApi.translate>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    await this.saveTopic.translate(actor, params, { text: body, ifMatch });
    return this.topics.get(actor, params.topicId);
  }

  @Handles(topicsApi.removeTranslation)
  async removeTranslation(actor: Actor, { params }: RouteCall<typeof topicsApi.removeTranslation>): Promise<RawJson> {
    await this.saveTopic.removeTranslation(actor, params.topicId, params.language);
    return this.topics.get(actor, params.topicId);
  }

  @Handles(topicsApi.orderArticles)
  orderArticles(actor: Actor, { params, body }: RouteCall<typeof topicsApi.orderArticles>): Promise<void> {
    return this.saveTopic.orderArticles(actor, params.topicId, body.articleIds);
  }
}

import { Controller } from '@nestjs/common';
import { changesApi, type Actor, type RouteCall } from '@bureau/contracts';
import { ChangeReader, Handles, type RawJson } from '@bureau/platform';
import { articlesFor, topicsFor } from './change-sources.ts';

@Controller()
export class KnowledgeChangesController {
  constructor(private readonly changes: ChangeReader) {}

  @Handles(changesApi.topics)
  topics(actor: Actor, { query }: RouteCall<typeof changesApi.topics>): Promise<RawJson> {
    return this.changes.read(topicsFor(actor), query);
  }

  @Handles(changesApi.articles)
  articles(actor: Actor, { query }: RouteCall<typeof changesApi.articles>): Promise<RawJson> {
    return this.changes.read(articlesFor(actor), query);
  }
}

import { Controller } from '@nestjs/common';
import {
  salesforceLinksApi,
  type Actor,
  type LinkPreview,
  type ProblemGroup,
  type RouteCall,
  type SyncState,
} from '@bureau/contracts';
import { Handles, type RawJson } from '@bureau/platform';
import { ChangeLinks } from './change-links.ts';
import { LinkPreviews } from './link-previews.ts';
import { LinkStateQueries } from './link-state.queries.ts';
import { ProblemQueries } from './problem.queries.ts';
import { RetryProblems } from './retry-problems.ts';

@Controller()
export class LinksController {
  constructor(
    private readonly states: LinkStateQueries,
    private readonly previews: LinkPreviews,
    private readonly change: ChangeLinks,
    private readonly problems: ProblemQueries,
    private readonly retry: RetryProblems,
  ) {}

  @Handles(salesforceLinksApi.get)
  get(actor: Actor, { params }: RouteCall<typeof salesforceLinksApi.get>): Promise<SyncState> {
    return this.states.read(actor, params);
  }

  @Handles(salesforceLinksApi.preview)
  preview(actor: Actor, { params, query }: RouteCall<typeof salesforceLinksApi.preview>): Promise<LinkPreview> {
    return this.previews.run(actor, params, query.salesforceId);
  }

  @Handles(salesforceLinksApi.link)
  async link(actor: Actor, { params, body }: RouteCall<typeof salesforceLinksApi.link>): Promise<SyncState> {
    await this.states.need(actor, params);
    await this.change.link(params, body.salesforceId);
    return this.states.read(actor, params);
  }

  @Handles(salesforceLinksApi.unlink)
  async unlink(actor: Actor, { params }: RouteCall<typeof salesforceLinksApi.unlink>): Promise<SyncState> {
    await this.states.need(actor, params);
    await this.change.unlink(params);
    return this.states.read(actor, params);
  }

  @Handles(salesforceLinksApi.recreate)
  async recreate(actor: Actor, { params }: RouteCall<typeof salesforceLinksApi.recreate>): Promise<SyncState> {
    await this.states.need(actor, params);
    await this.change.recreate(params);
    return this.states.read(actor, params);
  }

  @Handles(salesforceLinksApi.syncNow)
  async syncNow(actor: Actor, { params }: RouteCall<typeof salesforceLinksApi.syncNow>): Promise<SyncState> {
    await this.states.need(actor, params);
    await this.change.syncNow(params);
    return this.states.read(actor, params);
  }

  @Handles(salesforceLinksApi.problemGroups)
  async problemGroups(): Promise<{ items: ProblemGroup[] }> {
    return { items: await this.problems.groups() };
  }

  @Handles(salesforceLinksApi.problems)
  records(_: Actor, { query }: RouteCall<typeof salesforceLinksApi.problems>): Promise<RawJson> {
    return this.problems.list(query);
  }

  @Handles(salesforceLinksApi.retry)
  async again(_: Actor, { body }: RouteCall<typeof salesforceLinksApi.retry>): Promise<{ count: number }> {
    return { count: await this.retry.run(body) };
  }
}

import { Readable } from 'node:stream';
import { Controller, StreamableFile } from '@nestjs/common';
import { salesforceFirstSyncApi, type Actor, type FirstSync, type RouteCall } from '@bureau/contracts';
import { Handles, type HttpExchange, type RawJson } from '@bureau/platform';
import { ChangeFirstSync } from './change-first-sync.ts';
import { FirstSyncQueries } from './first-sync.queries.ts';
import { tableOf } from './first-sync-table.ts';

@Controller()
export class FirstSyncController {
  constructor(
    private readonly queries: FirstSyncQueries,
    private readonly change: ChangeFirstSync,
  ) {}

  @Handles(salesforceFirstSyncApi.get)
  async get(): Promise<{ firstSync: FirstSync | null }> {
    return { firstSync: await this.queries.current() };
  }

  @Handles(salesforceFirstSyncApi.dryRun)
  async dryRun(actor: Actor): Promise<FirstSync> {
    await this.change.dryRun(actor);
    return this.queries.need();
  }

  @Handles(salesforceFirstSyncApi.rows)
  rows(_: Actor, { query }: RouteCall<typeof salesforceFirstSyncApi.rows>): Promise<RawJson> {
    return this.queries.rows(query);
  }

  @Handles(salesforceFirstSyncApi.download)
  download(
    _: Actor,
    { query }: RouteCall<typeof salesforceFirstSyncApi.download>,
    { reply }: HttpExchange,
  ): StreamableFile {
    void reply.headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="complete-synchronization.csv"',
      'cache-control': 'private, no-store',
    });
    return new StreamableFile(Readable.from(tableOf(this.queries.all(query))));
  }

  @Handles(salesforceFirstSyncApi.start)
  async start(actor: Actor): Promise<FirstSync> {
    await this.change.start(actor);
    return this.queries.need();
  }

  @Handles(salesforceFirstSyncApi.stop)
  async stop(actor: Actor): Promise<FirstSync> {
    await this.change.stop(actor);
    return this.queries.need();
  }
}

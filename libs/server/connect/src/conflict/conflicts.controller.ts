import { Controller } from '@nestjs/common';
import { salesforceConflictsApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, type RawJson } from '@bureau/platform';
import { ConflictQueries } from './conflict.queries.ts';
import { ResolveConflict } from './resolve-conflict.ts';

@Controller()
export class ConflictsController {
  constructor(
    private readonly queries: ConflictQueries,
    private readonly resolveConflict: ResolveConflict,
  ) {}

  @Handles(salesforceConflictsApi.list)
  list(_: Actor, { query }: RouteCall<typeof salesforceConflictsApi.list>): Promise<RawJson> {
    return this.queries.list(query);
  }

  @Handles(salesforceConflictsApi.resolve)
  async resolve(actor: Actor, { params, body }: RouteCall<typeof salesforceConflictsApi.resolve>): Promise<RawJson> {
    await this.resolveConflict.run(actor, params.conflictId, body);
    return this.queries.read(params.conflictId);
  }
}

import { Controller } from '@nestjs/common';
import { systemLogApi, type Actor, type RouteCall, type UnseenEntries } from '@bureau/contracts';
import { Handles, RawJson } from '../http/index.ts';
import { SystemLogQueries } from './system-log.queries.ts';
import { SystemLogSeen } from './system-log-seen.ts';

@Controller()
export class SystemLogController {
  constructor(
    private readonly queries: SystemLogQueries,
    private readonly seen: SystemLogSeen,
  ) {}

  @Handles(systemLogApi.list)
  list(_actor: Actor, { query }: RouteCall<typeof systemLogApi.list>): Promise<RawJson> {
    return this.queries.list(query);
  }

  @Handles(systemLogApi.unseen)
  unseen(actor: Actor): Promise<UnseenEntries> {
    return this.seen.unseen(actor);
  }

  @Handles(systemLogApi.markSeen)
  markSeen(actor: Actor, { body }: RouteCall<typeof systemLogApi.markSeen>): Promise<void> {
    return this.seen.mark(actor, body.entryId);
  }
}

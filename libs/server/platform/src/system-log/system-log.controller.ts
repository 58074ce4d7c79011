import { Controller } from '@nestjs/common';
import { systemLogApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, RawJson } from '../http/index.ts';
import { SystemLogQueries } from './system-log.queries.ts';

@Controller()
export class SystemLogController {
  constructor(private readonly queries: SystemLogQueries) {}

  @Handles(systemLogApi.list)
  list(_actor: Actor, { query }: RouteCall<typeof systemLogApi.list>): Promise<RawJson> {
    return this.queries.list(query);
  }
}

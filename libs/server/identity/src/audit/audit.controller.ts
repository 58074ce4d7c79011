import { Controller } from '@nestjs/common';
import { auditApi, type Actor, type RouteCall } from '@bureau/contracts';
import { Handles, type RawJson } from '@bureau/platform';
import { AuditQueries } from './audit.queries.ts';

@Controller()
export class AuditController {
  constructor(private readonly queries: AuditQueries) {}

  @Handles(auditApi.list)
  list(_actor: Actor, { query }: RouteCall<typeof auditApi.list>): Promise<RawJson> {
    return this.queries.list(query);
  }
}

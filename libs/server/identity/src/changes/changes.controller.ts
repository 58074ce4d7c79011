import { Controller } from '@nestjs/common';
import { changesApi, type Actor, type RouteCall } from '@bureau/contracts';
import { ChangeReader, Handles, type RawJson } from '@bureau/platform';
import { BRANDS, GROUPS, USERS } from './change-sources.ts';

@Controller()
export class IdentityChangesController {
  constructor(private readonly changes: ChangeReader) {}

  @Handles(changesApi.users)
  users(_actor: Actor, { query }: RouteCall<typeof changesApi.users>): Promise<RawJson> {
    return this.changes.read(USERS, query);
  }

  @Handles(changesApi.groups)
  groups(_actor: Actor, { query }: RouteCall<typeof changesApi.groups>): Promise<RawJson> {
    return this.changes.read(GROUPS, query);
  }

  @Handles(changesApi.brands)
  brands(_actor: Actor, { query }: RouteCall<typeof changesApi.brands>): Promise<RawJson> {
    return this.changes.read(BRANDS, query);
  }
}

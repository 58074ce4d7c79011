import { Controller } from '@nestjs/common';
import {
  salesforceLogApi,
  salesforceTrafficApi,
  type Actor,
  type RouteCall,
  type SyncLogSettings,
  type SyncTraffic,
} from '@bureau/contracts';
import { Handles, type RawJson } from '@bureau/platform';
import { KeepLog } from './keep-log.ts';
import { SyncLogQueries } from './sync-log.queries.ts';
import { TrafficQueries } from './traffic.queries.ts';

@Controller()
export class SyncLogController {
  constructor(
    private readonly queries: SyncLogQueries,
    private readonly keep: KeepLog,
    private readonly traffic: TrafficQueries,
  ) {}

  @Handles(salesforceLogApi.list)
  list(_: Actor, { query }: RouteCall<typeof salesforceLogApi.list>): Promise<RawJson> {
    return this.queries.list(query);
  }

  @Handles(salesforceLogApi.settings)
  settings(): Promise<SyncLogSettings> {
    return this.keep.settings();
  }

  @Handles(salesforceLogApi.updateSettings)
  updateSettings(actor: Actor, { body }: RouteCall<typeof salesforceLogApi.updateSettings>): Promise<SyncLogSettings> {
    return this.keep.change(actor, body);
  }

  @Handles(salesforceTrafficApi.get)
  read(): Promise<SyncTraffic> {
    return this.traffic.read();
  }
}

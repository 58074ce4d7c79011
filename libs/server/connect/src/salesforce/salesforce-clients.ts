import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@bureau/platform';
import { ConnectionHealth } from '../connection/connection-health.ts';
import { ConnectionRepository, type CurrentConnection } from '../connection/connection.repository.ts';
import { Asking } from './asking.ts';
import { Descriptions } from './descriptions.ts';
import { RecordsOverJsforce } from './records-over-jsforce.ts';
import { SalesforceApp } from './salesforce-app.ts';
import { SalesforceBudget } from './salesforce-budget.repository.ts';
import { SalesforceKeyRing } from './salesforce-key-ring.ts';
import type { SalesforceRecords } from './salesforce-records.ts';
import { SalesforceUnavailable } from './salesforce-unavailable.ts';

/** The way to the organisation that is connected. */
@Injectable()
export class SalesforceClients {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly app: SalesforceApp,
    private readonly ring: SalesforceKeyRing,
    private readonly budget: SalesforceBudget,
    private readonly health: ConnectionHealth,
    private readonly descriptions: Descriptions,
    @Inject(CONFIG) private readonly config: Pick<Config, 'salesforce'>,
  ) {}

  /** For the sync: only while it is on; `known`: as it has just been read. Throws SalesforceUnavailable. */
  async current(known?: CurrentConnection): Promise<SalesforceRecords> {
    const connection = known ?? (await this.connections.current());
    if (connection && !connection.enabled) throw new SalesforceUnavailable('off');
    if (connection?.state === 'paused') throw new SalesforceUnavailable('paused');
    return this.recordsOf(connection);
  }

  /** For somebody who looks at Salesforce, or sets it up: also while nothing is kept in step. Throws SalesforceUnavailable. */
  async forPeople(known?: CurrentConnection): Promise<SalesforceRecords> {
    return this.recordsOf(known ?? (await this.connections.current()));
  }

  private async recordsOf(connection: CurrentConnection | undefined): Promise<SalesforceRecords> {
    if (!connection || !this.app.configured) throw new SalesforceUnavailable('none');
    const { app, ring, budget, health, descriptions } = this;
    const asking = new Asking(
      { app, ring, budget, health, descriptions },
      connection,
      await this.ring.of(connection.id),
    );
    return new RecordsOverJsforce(asking, this.config.salesforce.version);
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor, SalesforceSetup } from '@bureau/contracts';
import { AuditLog } from '@bureau/identity';
import { Outbox, ProblemError, SystemLog, Transactional } from '@bureau/platform';
import { ConnectionQueries } from './connection.queries.ts';
import { ConnectionRepository } from './connection.repository.ts';

/** Forgets which records belong to which of an organisation that is disconnected, so that another one can be connected. */
@Injectable()
export class RemoveLinks {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly queries: ConnectionQueries,
    private readonly audit: AuditLog,
    private readonly systemLog: SystemLog,
    private readonly outbox: Outbox,
  ) {}

  /** Records stay as they are on both sides. Throws salesforce.still-connected, salesforce.not-this-organisation. */
  @Transactional()
  async run(actor: Actor, organisationId: string): Promise<SalesforceSetup> {
    await this.connections.lockAll();
    const last = await this.connections.findLatest();
    if (last?.disconnectedAt === null) throw new ProblemError('salesforce.still-connected');
    if (last?.orgId !== organisationId) throw new ProblemError('salesforce.not-this-organisation');
    const links = await this.connections.countLinks();
    await this.connections.removeLinks();
    await this.connections.save({ ...last, enabledAt: null });
    await this.audit.record(actor, {
      ...{ noun: 'salesforce', id: last.id, name: last.orgName, action: 'changed' },
      ...{ before: { links }, after: { links: 0 } },
    });
    await this.systemLog.write({
      ...{ level: 'info', part: 'salesforce', details: { connectionId: last.id, links } },
      message: `All links to the Salesforce organisation ${last.orgName} were removed; the records stay on both sides.`,
    });
    await this.outbox.add('connect.changed', { connectionId: last.id });
    return this.queries.get();
  }
}

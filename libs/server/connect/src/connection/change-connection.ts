import { Injectable } from '@nestjs/common';
import type { Actor, SalesforceSetup } from '@bureau/contracts';
import { AuditLog } from '@bureau/identity';
import { Clock, Outbox, ProblemError, Transactional } from '@bureau/platform';
import type { ConnectionEntity } from './connection.entity.ts';
import { ConnectionQueries } from './connection.queries.ts';
import { ConnectionRepository } from './connection.repository.ts';
import { settingsOf } from './settings-of.ts';

type Change = Partial<
  Pick<ConnectionEntity, 'enabled' | 'enabledAt' | 'state' | 'stateReason' | 'pausedAt' | 'disconnectedAt'>
>;

/** What administrators decide about the connection. Each change is in the audit log; all throw salesforce.not-connected. */
@Injectable()
export class ChangeConnection {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly queries: ConnectionQueries,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** What is new or edited from now on goes across; where it was on before, also what changed since it was turned off. */
  @Transactional()
  async enable(actor: Actor): Promise<SalesforceSetup> {
    const connection = await this.lock();
    return this.change(actor, connection, {
      enabled: true,
      enabledAt: connection.enabledAt ?? this.clock.now(),
    });
  }

  /** Links and settings stay; what changes meanwhile goes across when it is turned on again. */
  @Transactional()
  async disable(actor: Actor): Promise<SalesforceSetup> {
    return this.change(actor, await this.lock(), { enabled: false });
  }

  /** Nothing is sent or fetched; what changes meanwhile is remembered. */
  @Transactional()
  async pause(actor: Actor): Promise<SalesforceSetup> {
    const connection = await this.lock();
    if (connection.state === 'paused') return this.queries.get();
    return this.change(actor, connection, { state: 'paused', stateReason: '', pausedAt: this.clock.now() });
  }

  /** As before. */
  @Transactional()
  async resume(actor: Actor): Promise<SalesforceSetup> {
    const connection = await this.lock();
    if (connection.state !== 'paused') return this.queries.get();
    return this.change(actor, connection, { state: 'ok', stateReason: '', pausedAt: null });
  }

  /** Its keys are given back, by a job; records, links and settings stay. Throws salesforce.not-this-organisation. */
  @Transactional()
  async disconnect(actor: Actor, organisationId: string): Promise<SalesforceSetup> {
    const connection = await this.lock();
    if (connection.orgId !== organisationId) throw new ProblemError('salesforce.not-this-organisation');
    await this.outbox.add('connect.disconnected', { connectionId: connection.id });
    return this.change(actor, connection, { enabled: false, disconnectedAt: this.clock.now() });
  }

  private async lock(): Promise<ConnectionEntity> {
    const connection = await this.connections.lock();
    if (!connection) throw new ProblemError('salesforce.not-connected');
    return connection;
  }

  private async change(actor: Actor, before: ConnectionEntity, change: Change): Promise<SalesforceSetup> {
    const after = await this.connections.save({ ...before, ...change });
    await this.audit.record(actor, {
      ...{ noun: 'salesforce', id: before.id, name: before.orgName, action: 'changed' },
      ...{ before: settingsOf(before), after: settingsOf(after) },
    });
    await this.outbox.add('connect.changed', { connectionId: before.id });
    return this.queries.get();
  }
}

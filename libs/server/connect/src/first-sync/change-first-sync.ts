import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor, type FirstSyncState } from '@bureau/contracts';
import { AuditLog } from '@bureau/identity';
import { Clock, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { FirstSyncRepository, type StoredFirstSync } from './first-sync.repository.ts';

const BUSY: readonly FirstSyncState[] = ['dry-run', 'running', 'waiting'];

/** What a person does with the first sync, and what comes of it. */
@Injectable()
export class ChangeFirstSync {
  constructor(
    private readonly firstSyncs: FirstSyncRepository,
    private readonly connections: ConnectionRepository,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** In the place of the last one. Throws salesforce.not-connected, salesforce.first-sync-busy. */
  @Transactional()
  async dryRun(actor: Actor): Promise<void> {
    const connection = await this.connections.current();
    if (!connection) throw new ProblemError('salesforce.not-connected');
    const before = await this.firstSyncs.lock();
    if (before && BUSY.includes(before.state)) throw new ProblemError('salesforce.first-sync-busy');
    const id = await this.firstSyncs.begin({
      ...{ orgId: connection.orgId, by: userIdOf(actor) ?? null, at: this.clock.now() },
    });
    await this.outbox.add('first-sync.begun', { firstSyncId: id });
  }

  /** Throws salesforce.not-connected, salesforce.off, salesforce.first-sync-unseen, salesforce.first-sync-busy. */
  @Transactional()
  async start(actor: Actor): Promise<void> {
    const connection = await this.connections.current();
    if (!connection) throw new ProblemError('salesforce.not-connected');
    const run = await this.firstSyncs.lock();
    if (!run || run.state === 'done' || run.orgId !== connection.orgId)
      throw new ProblemError('salesforce.first-sync-unseen');
    if (BUSY.includes(run.state)) throw new ProblemError('salesforce.first-sync-busy');
    const phase = run.state === 'previewed' ? 'sync' : run.phase;
    if (phase === 'sync' && (!connection.enabled || connection.state === 'paused')) {
      throw new ProblemError('salesforce.off');
    }
    await this.firstSyncs.setState(run.id, { phase, state: phase === 'sync' ? 'running' : 'dry-run' });
    if (run.state === 'previewed') await this.tell(actor, run, 'running');
    await this.outbox.add('first-sync.begun', { firstSyncId: run.id });
  }

  /** Throws salesforce.first-sync-unseen when none is under way. */
  @Transactional()
  async stop(actor: Actor): Promise<void> {
    const run = await this.firstSyncs.lock();
    if (!run || !BUSY.includes(run.state)) throw new ProblemError('salesforce.first-sync-unseen');
    await this.firstSyncs.setState(run.id, { phase: run.phase, state: 'stopped' });
    if (run.phase === 'sync') await this.tell(actor, run, 'stopped');
    await this.outbox.add('first-sync.progressed', { firstSyncId: run.id });
  }

  /** What waited is under way again. */
  @Transactional()
  async goOn(id: number): Promise<void> {
    const run = await this.firstSyncs.lock();
    if (run?.id !== id || run.state !== 'waiting') return;
    await this.firstSyncs.setState(id, { phase: run.phase, state: run.phase === 'sync' ? 'running' : 'dry-run' });
    await this.outbox.add('first-sync.progressed', { firstSyncId: id });
  }

  /** It does not go on for now, unless somebody stopped it before. */
  @Transactional()
  async end(id: number, to: { state: 'waiting' | 'failed'; reason: string; notBefore?: Date }): Promise<void> {
    const run = await this.firstSyncs.lock();
    if (run?.id !== id || !BUSY.includes(run.state)) return;
    await this.firstSyncs.setState(id, { ...to, phase: run.phase });
    await this.outbox.add('first-sync.progressed', { firstSyncId: id });
  }

  private async tell(actor: Actor, before: StoredFirstSync, state: FirstSyncState): Promise<void> {
    await this.audit.record(actor, {
      ...{ noun: 'salesforce', id: null, name: 'Salesforce: complete synchronization', action: 'changed' },
      ...{ before: { state: before.state }, after: { state } },
    });
  }
}

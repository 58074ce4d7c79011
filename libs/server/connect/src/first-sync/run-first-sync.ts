import { Inject, Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { budgetState, errorClass } from '@bureau/domain';
import {
  Clock,
  Every,
  HandlesJob,
  HeldLocks,
  isPassing,
  JobQueue,
  LOG,
  OnEvent,
  type JobContext,
  type Log,
} from '@bureau/platform';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { pushWaiting } from '../push/push.job.ts';
import { SalesforceBudget, SalesforceFailure, SalesforceUnavailable } from '../salesforce/index.ts';
import { ChangeFirstSync } from './change-first-sync.ts';
import { FirstSyncProgress } from './first-sync-progress.ts';
import { FirstSyncRepository, type StoredFirstSync } from './first-sync.repository.ts';
import { FirstSyncStep } from './first-sync-step.ts';
import { runFirstSync } from './first-sync.job.ts';

/** After so many steps a job makes room for others. */
const STEPS = 20;
/** What waits is looked at again after so long. Milliseconds. */
const WAIT_MS = 60_000;
/** What Salesforce said of its day's calls longer ago than that says nothing any more. */
const OLD_MS = 60 * 60_000;

const NO_CALLS =
  'Nine tenths of the calls that Salesforce allows in 24 hours are used: it goes on by itself when there are more again.';
const UNREACHABLE = 'Salesforce did not answer as it should: it goes on by itself.';
const AWAY = {
  none: 'No organisation of Salesforce is connected.',
  off: 'The sync is off: turn it on, and it goes on.',
  paused: 'The sync is paused: resume it, and it goes on.',
  reconnect: 'Salesforce does not let the desk in any more: connect again, and it goes on.',
};
const ANOTHER = 'Another organisation is connected by now: look again what would happen.';
const NO_DATABASE = 'The database of the desk was not there for it: it goes on by itself.';
const BROKEN = 'The desk could not go on; its own log says why.';

/** Takes the first sync step by step to its end, in one process at a time. */
@Injectable()
export class RunFirstSync {
  constructor(
    private readonly firstSyncs: FirstSyncRepository,
    private readonly connections: ConnectionRepository,
    private readonly step: FirstSyncStep,
    private readonly change: ChangeFirstSync,
    private readonly progress: FirstSyncProgress,
    private readonly budget: SalesforceBudget,
    private readonly locks: HeldLocks,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @HandlesJob(runFirstSync)
  async handle(_: object, { signal }: Pick<JobContext, 'signal'>): Promise<void> {
    const goesOn = await this.locks.holdingFree(['salesforce:first-sync'], async (free, lock) => {
      if (free.size === 0) return false;
      for (let count = 0; count < STEPS; count++) {
        lock.check();
        if (signal.aborted || !(await this.next())) return false;
      }
      return true;
    });
    if (goesOn) await this.queue.add(runFirstSync, {});
  }

  /** Once it is committed that it begins: a worker that is quicker than that would find nothing to do. */
  @OnEvent('first-sync.begun', 'run-first-sync')
  async begin(_: EventPayload<'first-sync.begun'>): Promise<void> {
    await this.queue.add(runFirstSync, {});
  }

  /** Takes up what a worker left that died, and what waited. */
  @Every('15s', 'first-sync')
  async resume(): Promise<void> {
    const run = await this.firstSyncs.current();
    if (!run || !['dry-run', 'running', 'waiting'].includes(run.state)) return;
    if (run.state === 'waiting') {
      if (run.notBefore && run.notBefore > this.clock.now()) return;
      await this.change.goOn(run.id);
    }
    await this.queue.add(runFirstSync, {});
  }

  /** One step; false: there is nothing more to do for now. */
  private async next(): Promise<boolean> {
    const run = await this.firstSyncs.current();
    if (run?.state !== 'dry-run' && run?.state !== 'running') return false;
    const connection = await this.connections.current();
    if (connection && connection.orgId !== run.orgId) return this.fail(run, ANOTHER);
    if (!(await this.hasCalls())) return this.wait(run, NO_CALLS);
    try {
      const goesOn = await this.step.run(run);
      if (!goesOn) await this.queue.add(pushWaiting, {});
      return goesOn;
    } catch (error) {
      return this.failed(run, error);
    }
  }

  private async hasCalls(): Promise<boolean> {
    const used = await this.budget.latest();
    if (!used || this.clock.now().getTime() - Date.parse(used.at) > OLD_MS) return true;
    return budgetState(used).bulk;
  }

  private async failed(run: StoredFirstSync, error: unknown): Promise<false> {
    if (this.progress.isStop(error)) return false;
    if (error instanceof SalesforceUnavailable) return this.wait(run, AWAY[error.why]);
    if (error instanceof SalesforceFailure) {
      const kind = errorClass(error.error);
      if (kind === 'budget') return this.wait(run, NO_CALLS);
      if (kind === 'auth') return this.wait(run, AWAY.reconnect);
      if (kind === 'transient' || kind === 'window' || kind === 'collateral') return this.wait(run, UNREACHABLE);
      return this.fail(run, error.message);
    }
    this.log.error({ err: error }, 'The first sync could not go on.');
    return isPassing(error) ? this.wait(run, NO_DATABASE) : this.fail(run, BROKEN);
  }

  private async fail({ id }: StoredFirstSync, reason: string): Promise<false> {
    await this.change.end(id, { state: 'failed', reason });
    return false;
  }

  private async wait({ id }: StoredFirstSync, reason: string): Promise<false> {
    const notBefore = new Date(this.clock.now().getTime() + WAIT_MS);
    await this.change.end(id, { state: 'waiting', reason, notBefore });
    return false;
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { SyncObject } from '@bureau/contracts';
import { budgetState } from '@bureau/domain';
import { Clock, Every, HeldLocks, JobQueue, LOG, type Log } from '@bureau/platform';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { pushWaiting } from '../push/push.job.ts';
import { SalesforceBudget, SalesforceClients, SalesforceFailure, SalesforceUnavailable } from '../salesforce/index.ts';
import { CursorRepository } from './cursor.repository.ts';
import { PullComments } from './pull-comments.ts';
import { PullObject } from './pull-object.ts';

/** Companies before their customers, customers before their cases. */
const ORDER: readonly SyncObject[] = SyncObject.options;

/** Fetches what changed in Salesforce: every minute, less often when few calls are left; one process at a time. */
@Injectable()
export class PullSalesforce {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly clients: SalesforceClients,
    private readonly cursors: CursorRepository,
    private readonly pull: PullObject,
    private readonly comments: PullComments,
    private readonly budget: SalesforceBudget,
    private readonly locks: HeldLocks,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  @Every('15s', 'salesforce.poll')
  async wake(): Promise<void> {
    if (await this.isDue()) await this.run();
  }

  /** Everything that changed until now. */
  async run(): Promise<void> {
    if (!(await this.isOn())) return;
    await this.locks.holding('salesforce:poll', async (lock) => {
      await this.tried(async () => {
        const salesforceNow = await this.salesforceNow();
        for (const object of ORDER) {
          lock.check();
          await this.pull.run(object, salesforceNow);
        }
        lock.check();
        await this.comments.run(salesforceNow);
      });
    });
    await this.queue.add(pushWaiting, {});
  }

  /** Salesforce's own clock says up to when it is read; one question for all objects. */
  private async salesforceNow(): Promise<number> {
    const records = await this.clients.current();
    return (await records.query('SELECT Id FROM Organization LIMIT 1')).at.getTime();
  }

  /** Whoever is not reached is asked again the next time: what was not dealt with is still behind the cursor. */
  private async tried(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof SalesforceUnavailable) return;
      if (!(error instanceof SalesforceFailure)) throw error;
      this.log.info({ code: error.code }, 'Salesforce was not read to its end.');
    }
  }

  private async isDue(): Promise<boolean> {
    if (!(await this.isOn())) return false;
    const used = await this.budget.latest();
    const state = used && budgetState(used);
    if (state?.background === false) return false;
    const last = await this.cursors.lastPolledAt();
    const everyMs = (state?.pollSeconds ?? 60) * 1_000;
    return last === null || this.clock.now().getTime() - last.getTime() >= everyMs;
  }

  private async isOn(): Promise<boolean> {
    const connection = await this.connections.current();
    return connection?.enabled === true && (connection.state === 'ok' || connection.state === 'trouble');
  }
}

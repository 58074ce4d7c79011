import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { Clock, Database, Every, HandlesJob, JobQueue, OnEvent, Outbox, type JobContext } from '@bureau/platform';
import { BulkRepository } from './bulk.repository.ts';
import { ChangeBatch } from './change-batch.ts';
import { runBulkChange } from './run-bulk-change.job.ts';
import { UndoBatch } from './undo-batch.ts';

/** Cases of one transaction: changes are written by the hundred, macros act on each case by itself. */
const BATCH = { ofChanges: 500, ofMacros: 25 };

/** Takes a bulk change batch by batch to its end; each batch is one transaction that also says that it is done. */
@Injectable()
export class RunBulkChange {
  constructor(
    private readonly bulk: BulkRepository,
    private readonly changeBatch: ChangeBatch,
    private readonly undoBatch: UndoBatch,
    private readonly queue: JobQueue,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @HandlesJob(runBulkChange)
  async handle({ bulkId }: { bulkId: number }, { signal }: Pick<JobContext, 'signal'>): Promise<void> {
    while (!signal.aborted && (await this.database.transaction(() => this.next(bulkId))));
  }

  /** Once it is committed: a worker that is quicker than that would find nothing to do. */
  @OnEvent('bulk.begun', 'run-bulk-change')
  async begin({ bulkId }: EventPayload<'bulk.begun'>): Promise<void> {
    await this.queue.add(runBulkChange, { bulkId });
  }

  /** Takes up what a worker left that died. */
  @Every('1m', 'bulk-changes')
  async resume(): Promise<void> {
    for (const bulkId of await this.bulk.stalled()) await this.queue.add(runBulkChange, { bulkId });
  }

  /** One batch; false when there is nothing more to do. */
  private async next(bulkId: number): Promise<boolean> {
    const batch = await this.bulk.next(bulkId, BATCH);
    if (!batch || (batch.state !== 'running' && batch.state !== 'undoing')) return false;
    const at = this.clock.now();
    const one = batch.state === 'running' ? this.changeBatch : this.undoBatch;
    const { written, skips } = await one.run(batch, at);
    await this.bulk.advance(batch, { written, skips, at });
    await this.outbox.add('bulk.progressed', { bulkId });
    return batch.caseIds.length > 0;
  }
}

import { Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import { budgetState } from '@bureau/domain';
import { Clock, Every, HeldLocks } from '@bureau/platform';
import { LinkRepository } from '../link/link.repository.ts';
import { SyncFrames } from '../link/sync-frames.ts';
import { SalesforceOutbox } from '../push/outbox.repository.ts';
import { MaySync, SalesforceBudget, SalesforceFailure, SalesforceUnavailable } from '../salesforce/index.ts';
import { CursorRepository } from './cursor.repository.ts';

/** As many as one call can name. */
const BATCH = 2_000;

/**
 * After a silence so long that Salesforce has forgotten what was deleted meanwhile, finds out which linked records are gone:
 * each of those is looked at like one that changed. Edits need none of this, for they are read from where the poll stopped.
 */
@Injectable()
export class Reconcile {
  constructor(
    private readonly maySync: MaySync,
    private readonly budget: SalesforceBudget,
    private readonly cursors: CursorRepository,
    private readonly links: LinkRepository,
    private readonly frames: SyncFrames,
    private readonly outbox: SalesforceOutbox,
    private readonly locks: HeldLocks,
    private readonly clock: Clock,
  ) {}

  /** One call at most; what is left is for the next time. */
  @Every('1m', 'salesforce.reconcile')
  async run(): Promise<void> {
    if (!(await this.mayAsk())) return;
    await this.locks.holding('salesforce:reconcile', async () => {
      const next = await this.cursors.toReconcile();
      if (next) await this.tried(() => this.batch(next.object, next.reconciledTo));
    });
  }

  private async mayAsk(): Promise<boolean> {
    if ((await this.maySync.run()) !== 'yes') return false;
    const latest = await this.budget.latest();
    return !latest || budgetState(latest).bulk;
  }

  private async batch(object: SyncObject, after: number): Promise<void> {
    const links = await this.links.livingAfter(object, after, BATCH);
    if (links.length > 0) {
      const { records, salesforceObject } = await this.frames.of(object);
      const ids = links.map(({ salesforceId }) => salesforceId);
      const rows = await records.readMany(salesforceObject, ids, ['Id']);
      const gone = links.filter((_, index) => rows[index] === null);
      const deskIds = gone.map(({ deskId }) => deskId);
      await this.outbox.mark(object, deskIds, this.clock.now());
    }
    const last = links.length < BATCH ? null : (links.at(-1)?.id ?? null);
    await this.cursors.reconciled(object, last);
  }

  private async tried(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof SalesforceUnavailable) && !(error instanceof SalesforceFailure)) throw error;
    }
  }
}

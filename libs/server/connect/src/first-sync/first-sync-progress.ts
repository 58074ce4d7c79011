import { Injectable } from '@nestjs/common';
import { Outbox } from '@bureau/platform';
import { FirstSyncRepository, type Dealt, type FirstSyncSide } from './first-sync.repository.ts';

/** Somebody stopped it, or began another one. */
class FirstSyncStopped extends Error {
  override name = 'FirstSyncStopped';
}

/** How far it is, in the transaction of what was dealt with. */
@Injectable()
export class FirstSyncProgress {
  constructor(
    private readonly firstSyncs: FirstSyncRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Nobody stops it until the end of the transaction. Throws when somebody has: `isStop`. */
  async mustRun(): Promise<void> {
    const run = await this.firstSyncs.lock();
    if (run?.state !== 'dry-run' && run?.state !== 'running') throw new FirstSyncStopped();
  }

  isStop(error: unknown): boolean {
    return error instanceof FirstSyncStopped;
  }

  async advance(side: FirstSyncSide, dealt: Dealt): Promise<void> {
    await this.firstSyncs.advance(side, dealt);
    await this.outbox.add('first-sync.progressed', { firstSyncId: side.firstSyncId });
  }
}

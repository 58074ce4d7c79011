import { Injectable } from '@nestjs/common';
import type { SyncAction } from '@bureau/contracts';
import { BURIED_SENTENCES, PULL_DEAD_ENDS, type PullDeadEnd, type SyncValues } from '@bureau/domain';
import { Clock } from '@bureau/platform';
import { SyncLogRepository } from '../log/sync-log.repository.ts';
import type { PulledRow } from './pull-row.ts';

/** How long the same trouble with the same row is not told again: windows overlap, and rows are seen many times. */
const TOLD_MS = 24 * 60 * 60_000;

/** The history of what came from Salesforce. */
@Injectable()
export class TellPull {
  constructor(
    private readonly log: SyncLogRepository,
    private readonly clock: Clock,
  ) {}

  async did({ frame, row }: PulledRow, action: SyncAction, deskId: number, values: SyncValues = {}): Promise<void> {
    const fields = Object.entries(values)
      .filter(([, after]) => after !== null)
      .map(([field, after]) => ({ field, before: null, after }));
    await this.log.add({
      ...{ at: this.clock.now(), direction: 'to_desk', object: frame.object, deskId, salesforceId: row.id },
      ...{ action, fields },
    });
  }

  async buried({ frame, row }: PulledRow, deskId: number, because: keyof typeof BURIED_SENTENCES): Promise<void> {
    await this.log.add({
      ...{ at: this.clock.now(), direction: 'to_desk', object: frame.object, deskId, salesforceId: row.id },
      ...{ action: 'tombstone', detail: BURIED_SENTENCES[because] },
    });
  }

  deadEnd(pulled: PulledRow, code: PullDeadEnd): Promise<void> {
    return this.once(pulled, { action: 'skipped', errorCode: code, detail: PULL_DEAD_ENDS[code] });
  }

  notMade(pulled: PulledRow, why: string): Promise<void> {
    return this.once(pulled, { action: 'failed', errorCode: 'refused-by-desk', detail: why });
  }

  broken(pulled: PulledRow): Promise<void> {
    const detail = 'The desk could not read or keep this row; its own log says more.';
    return this.once(pulled, { action: 'failed', errorCode: 'broken', detail });
  }

  private async once(
    { frame, row }: PulledRow,
    told: { action: SyncAction; errorCode: string; detail: string },
  ): Promise<void> {
    const at = this.clock.now();
    const since = new Date(at.getTime() - TOLD_MS);
    const line = { object: frame.object, salesforceId: row.id, errorCode: told.errorCode };
    if (await this.log.wasTold(line, since)) return;
    await this.log.add({ ...line, ...told, at, direction: 'to_desk', deskId: null });
  }
}

import { Injectable } from '@nestjs/common';
import type { SyncAction } from '@bureau/contracts';
import { BURIED_SENTENCES, PULL_DEAD_ENDS, type PullDeadEnd, type SyncValues } from '@bureau/domain';
import { Clock } from '@bureau/platform';
import type { StoredLink } from '../link/link.repository.ts';
import { madeLate, writtenLate } from '../log/arrived-late.ts';
import { SyncLogRepository, type SyncLogLine } from '../log/sync-log.repository.ts';
import type { PulledRow } from './pull-row.ts';

/** How long the same trouble with the same row is not told again: windows overlap, and rows are seen many times. */
const TOLD_MS = 24 * 60 * 60_000;

/** A row, the record of the desk that took it, and what of it that record has got. */
export interface TakenRow {
  pulled: PulledRow;
  deskId: number;
  values: SyncValues;
}

/** The history of what came from Salesforce. */
@Injectable()
export class TellPull {
  constructor(
    private readonly log: SyncLogRepository,
    private readonly clock: Clock,
  ) {}

  did(pulled: PulledRow, action: SyncAction, deskId: number, values: SyncValues = {}): Promise<void> {
    return this.didMany(action, [{ pulled, deskId, values }]);
  }

  async didMany(action: SyncAction, done: readonly TakenRow[]): Promise<void> {
    const at = this.clock.now();
    await this.log.addMany(
      done.map(({ pulled: { frame, row }, deskId, values }): SyncLogLine => ({
        ...{ at, direction: 'to_desk', object: frame.object, deskId, salesforceId: row.id, action },
        fields: Object.entries(values).flatMap(([field, after]) =>
          after === null ? [] : [{ field, before: null, after }],
        ),
      })),
    );
  }

  /** What the desk sent without getting an answer, and the row shows. False: there is no such thing. */
  async arrived({ frame: { object }, row }: PulledRow, link: StoredLink): Promise<boolean> {
    const late = madeLate(link) ?? writtenLate(link, row);
    if (!late) return false;
    await this.log.add({ ...late, at: this.clock.now(), object, deskId: link.deskId, salesforceId: row.id });
    return true;
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

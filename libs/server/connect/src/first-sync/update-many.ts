import { Injectable } from '@nestjs/common';
import {
  canonicalDeskRecord,
  readStamp,
  salesforceFields,
  SYNC_POLICY,
  unsent,
  type DeskRecord as DeskValues,
  type SyncValues,
} from '@bureau/domain';
import { Clock, HeldLocks, Transactional } from '@bureau/platform';
import { DeskRecordQueries } from '../desk/desk-record.queries.ts';
import { ReadDeskValues } from '../desk/read-desk-values.ts';
import { LinkRepository, type StoredLink } from '../link/link.repository.ts';
import { POLL_LOCK, recordLock } from '../link/record-lock.ts';
import type { SyncFrame } from '../link/sync-frame.ts';
import { KeepPush } from '../push/keep-push.ts';
import { SalesforceOutbox } from '../push/outbox.repository.ts';
import { inParts } from './in-parts.ts';

/** Records of one call, and of one transaction. */
const OF_CALL = 1_000;
const AT_ONCE = 200;

interface Change {
  deskId: number;
  salesforceId: string;
  values: SyncValues;
}

/**
 * Brings to Salesforce what the desk has and it has not, 1,000 linked records with one call. Such a call knows no precondition:
 * only rows go that are settled and of which Salesforce says right before that nobody has changed them since they were read.
 * All others, and what is refused, go the usual way, one by one.
 */
@Injectable()
export class UpdateMany {
  constructor(
    private readonly links: LinkRepository,
    private readonly desk: DeskRecordQueries,
    private readonly values: ReadDeskValues,
    private readonly keep: KeepPush,
    private readonly outbox: SalesforceOutbox,
    private readonly locks: HeldLocks,
    private readonly clock: Clock,
  ) {}

  /**
   * At most 2,000 records that were put off `until` then; `readAt` is Salesforce's clock when their rows were read. Returns the
   * calls that it took. Throws SalesforceFailure, SalesforceUnavailable.
   */
  async run(frame: SyncFrame, deskIds: readonly number[], read: { until: Date; readAt: number }): Promise<number> {
    if (deskIds.length === 0) return 0;
    const sent = new Set<number>();
    try {
      return await this.together(frame, deskIds, { ...read, sent });
    } finally {
      const others = deskIds.filter((deskId) => !sent.has(deskId));
      await this.outbox.mark(frame.object, others, this.clock.now());
    }
  }

  private async together(
    frame: SyncFrame,
    deskIds: readonly number[],
    { until, readAt, sent }: { until: Date; readAt: number; sent: Set<number> },
  ): Promise<number> {
    const links = await this.links.ofDesks(frame.object, deskIds);
    const settled = links.filter((link) => isSettled(link, readAt));
    const stamps = await this.stamps(frame, settled);
    const untouched = settled.filter(({ salesforceId, stamp }) => stamps.get(salesforceId ?? '') === stamp);
    let calls = settled.length === 0 ? 0 : 1;
    for (const some of inParts(untouched, OF_CALL)) {
      const went = await this.some(frame, some, until);
      for (const deskId of went.deskIds) sent.add(deskId);
      calls += went.calls;
    }
    return calls;
  }

  private async stamps(frame: SyncFrame, links: readonly StoredLink[]): Promise<Map<string, number | null>> {
    const ids = links.flatMap(({ salesforceId }) => salesforceId ?? []);
    const rows = await frame.records.readMany(frame.salesforceObject, ids, ['Id', 'SystemModstamp']);
    return new Map(ids.map((id, index) => [id, readStamp(rows[index]?.['SystemModstamp'])]));
  }

  /** Those that went. */
  private async some(
    frame: SyncFrame,
    links: readonly StoredLink[],
    until: Date,
  ): Promise<{ deskIds: number[]; calls: number }> {
    const names = links.map(({ deskId }) => recordLock(frame.object, deskId));
    return this.locks.holdingFree([POLL_LOCK, ...names], async (free, lock) => {
      const mine = links.filter(({ deskId }) => free.has(recordLock(frame.object, deskId)));
      const changes: Change[] = [];
      for (const some of inParts(mine, AT_ONCE)) changes.push(...(await this.promise(frame, some)));
      lock.check();
      const { written, calls } = await frame.records.updateMany(
        frame.salesforceObject,
        changes.map(({ salesforceId: id, values }) => ({ id, values: salesforceFields(frame.pairs, values) })),
      );
      const went = changes.filter((_, index) => {
        const answer = written[index];
        return answer !== undefined && 'id' in answer;
      });
      for (const some of inParts(went, AT_ONCE)) await this.agree(frame, some, until);
      return { deskIds: went.map(({ deskId }) => deskId), calls };
    });
  }

  @Transactional()
  protected async promise(frame: SyncFrame, before: readonly StoredLink[]): Promise<Change[]> {
    const deskIds = before.map(({ deskId }) => deskId);
    const stamps = new Map(before.map(({ deskId, stamp }) => [deskId, stamp]));
    const links = new Map((await this.links.ofDesks(frame.object, deskIds)).map((link) => [link.deskId, link]));
    const records = await this.desk.findMany(frame.object, deskIds);
    const desk = await this.values.ofMany(frame.pairs, records, ({ id }) => links.get(id));
    const changes = [...links.values()].flatMap((link) => {
      const now = desk.get(link.deskId);
      // Somebody dealt with it meanwhile.
      if (!now || link.salesforceId === null || link.stamp !== stamps.get(link.deskId)) return [];
      const values = unsentOf(frame, link, now);
      if (Object.keys(values).length === 0) return [];
      return [{ deskId: link.deskId, salesforceId: link.salesforceId, values }];
    });
    await this.keep.promiseMany(frame, sentOf(changes));
    return changes;
  }

  @Transactional()
  protected async agree(frame: SyncFrame, changes: readonly Change[], until: Date): Promise<void> {
    await this.keep.agreeMany(frame, sentOf(changes));
    await this.outbox.dropPutOff(
      frame.object,
      changes.map(({ deskId }) => deskId),
      until,
    );
  }
}

function unsentOf({ pairs }: SyncFrame, link: StoredLink, desk: DeskValues): SyncValues {
  const here = canonicalDeskRecord(pairs, desk).values;
  return Object.fromEntries(unsent(pairs, link, desk).map((field) => [field, here[field] ?? null]));
}

function sentOf(changes: readonly Change[]): Map<number, SyncValues> {
  return new Map(changes.map(({ deskId, values }) => [deskId, values]));
}

/** A row that changed a moment ago may change again within the second of its stamp. */
function isSettled({ state, salesforceId, stamp, sent }: StoredLink, readAt: number): boolean {
  if (state !== 'ok' || salesforceId === null || stamp === null) return false;
  return Object.keys(sent).length === 0 && stamp <= readAt - SYNC_POLICY.settleMs;
}

import { Inject, Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import {
  changesQuery,
  cursorAfter,
  errorClass,
  placeAfter,
  pollFrom,
  pollWindow,
  soql,
  SYNC_POLICY,
  type ChangesQuery,
  type PagePlace,
} from '@bureau/domain';
import { Clock, isPassing, LOG, type Log } from '@bureau/platform';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { kindOf } from '../link/find-in-salesforce.ts';
import { LookAtFields } from '../link/look-at-fields.ts';
import { LinkRepository } from '../link/link.repository.ts';
import { PersonContacts } from '../link/person-contacts.ts';
import type { SyncFrame } from '../link/sync-frame.ts';
import { SyncFrames } from '../link/sync-frames.ts';
import { SalesforceFailure, type AnsweredChanges, type AskedChanges, type QueryPage } from '../salesforce/index.ts';
import { AwaitingRows } from './awaiting-rows.repository.ts';
import { CursorRepository, type StoredCursor } from './cursor.repository.ts';
import { PullRow, type PulledRow } from './pull-row.ts';
import { fieldsToPull, pulledRows } from './pulled-rows.ts';
import { TellPull } from './tell-pull.ts';

/** So often Salesforce is asked up to where no open transaction can bring older stamps. */
const SAFE_LOW_MS = 10 * 60_000;

/** So long the recycle bin keeps what was deleted. */
const REMEMBERS_MS = 15 * 24 * 60 * 60_000;

/** Rows of one query that are named by their ids. */
const AWAITED_AT_ONCE = 200;

/** What is to be asked of one object. */
export interface PlannedPull {
  frame: SyncFrame;
  /** It was not asked for so long that Salesforce has forgotten what was deleted since. */
  wasSilent: boolean;
  cursor: StoredCursor;
  asked: AskedChanges;
}

/** Reads what has changed in one object of Salesforce since the last time, page by page. */
@Injectable()
export class PullObject {
  constructor(
    private readonly frames: SyncFrames,
    private readonly connections: ConnectionRepository,
    private readonly cursors: CursorRepository,
    private readonly links: LinkRepository,
    private readonly fields: LookAtFields,
    private readonly persons: PersonContacts,
    private readonly awaiting: AwaitingRows,
    private readonly pullRow: PullRow,
    private readonly tell: TellPull,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** What to ask. `polledAt`: when it was asked last, in milliseconds. Throws SalesforceFailure, SalesforceUnavailable. */
  async plan(object: SyncObject, polledAt: number | null): Promise<PlannedPull> {
    const frame = await this.frames.of(object);
    const cursor = (await this.cursors.find(object)) ?? (await this.begin(frame));
    const from = Math.max(pollFrom(cursor, SYNC_POLICY), cursor.since);
    const covers = this.coverage(polledAt);
    const query = soqlOf(frame, { window: { from, to: null }, place: null });
    const wasSilent = polledAt !== null && this.clock.now().getTime() - polledAt > REMEMBERS_MS;
    return { frame, cursor, wasSilent, asked: { object: frame.salesforceObject, soql: query, covers } };
  }

  /**
   * Deals with the answer and reads on to its end. `readAt`: before it was asked, by the database's clock. Throws
   * SalesforceFailure, SalesforceUnavailable; the cursor then stays behind what was dealt with.
   */
  async read(
    { frame, cursor, wasSilent }: PlannedPull,
    { page, coveredUpTo }: AnsweredChanges,
    readAt: number,
  ): Promise<void> {
    if (page instanceof SalesforceFailure) throw await this.refused(frame, page);
    const now = this.clock.now();
    const before = coveredUpTo ? { ...cursor, safeLow: coveredUpTo.getTime() } : cursor;
    const after = await this.pages(frame, before, { page, readAt });
    await this.cursors.save(frame.object, after, { polledAt: now, reconcile: wasSilent });
    await this.awaited(frame);
  }

  /** Rows that the desk could not take before, and can now. One call, and only when there are some. */
  private async awaited(frame: SyncFrame): Promise<void> {
    const { object, records, salesforceObject, known } = frame;
    const ids = await this.awaiting.due(object, AWAITED_AT_ONCE);
    if (ids.length === 0) return;
    const where = [{ field: 'Id', is: 'in' as const, value: ids.map((id) => ({ id })) }, ...kindOf(frame)];
    const query = { object: salesforceObject, fields: fieldsToPull(frame), orderBy: ['Id'], limit: AWAITED_AT_ONCE };
    const readAt = await this.links.now();
    const page = await records.query(soql({ ...query, where }, known), { deleted: true });
    for (const one of await this.rowsOf(frame, page, readAt)) await this.one(one);
    await this.awaiting.dealtWith(object, ids);
  }

  /** Fields that are gone are not asked for the next time. */
  private async refused(frame: SyncFrame, failure: SalesforceFailure): Promise<SalesforceFailure> {
    const { error } = failure;
    const kind = errorClass(error);
    const problem = { code: error.code, kind, message: error.message, fields: [...error.fields] };
    if (kind === 'config') await this.fields.again(frame, { fields: [], problem });
    return failure;
  }

  /** From when it was turned on, by Salesforce's clock: what is older is for the first sync. */
  private async begin({ records }: SyncFrame): Promise<StoredCursor> {
    const { at } = await records.query('SELECT Id FROM Organization LIMIT 1');
    const now = this.clock.now();
    const enabledAt = (await this.connections.current())?.enabledAt ?? now;
    const ago = Math.max(0, now.getTime() - enabledAt.getTime());
    const since = Math.floor((at.getTime() - ago) / 1_000) * 1_000;
    return { stamp: since, since, safeLow: null };
  }

  private coverage(polledAt: number | null): AskedChanges['covers'] {
    const now = this.clock.now().getTime();
    const turn = (ms: number) => Math.floor(ms / SAFE_LOW_MS);
    if (polledAt !== null && turn(polledAt) === turn(now)) return null;
    return { from: new Date(now - 2 * SAFE_LOW_MS), to: new Date(now) };
  }

  private async pages(
    frame: SyncFrame,
    before: StoredCursor,
    first: { page: QueryPage; readAt: number },
  ): Promise<StoredCursor> {
    const window = pollWindow(before, first.page.at.getTime(), SYNC_POLICY);
    let { page, readAt } = first;
    let cursor = before;
    for (;;) {
      const pulled = await this.rowsOf(frame, page, readAt);
      for (const one of pulled) await this.one(one);
      const rows = pulled.map(({ row }) => row);
      cursor = { ...cursor, ...cursorAfter(cursor, rows) };
      const place = placeAfter(rows, { ...SYNC_POLICY, pageSize: isLast(page) ? Infinity : 1 });
      if (place === null) return cursor;
      readAt = await this.links.now();
      page = await frame.records.query(soqlOf(frame, { window, place }), { deleted: true });
    }
  }

  private async rowsOf(frame: SyncFrame, { rows }: QueryPage, readAt: number): Promise<PulledRow[]> {
    await this.persons.learn(frame, rows);
    return pulledRows(frame, rows, readAt);
  }

  /** One row that is broken does not hold back the others. */
  private async one(pulled: PulledRow): Promise<void> {
    try {
      await this.pullRow.run(pulled);
    } catch (error) {
      if (isPassing(error)) throw error;
      this.log.error(
        { err: error, object: pulled.frame.object, id: pulled.row.id },
        'A row of Salesforce was not taken.',
      );
      await this.tell.broken(pulled);
    }
  }
}

/** Of wide rows Salesforce gives fewer at once than were asked for, and says that there are more. */
export function isLast({ rows, next }: QueryPage): boolean {
  return next === null && rows.length < SYNC_POLICY.pageSize;
}

function soqlOf(
  frame: SyncFrame,
  { window, place }: { window: ChangesQuery['window']; place: PagePlace | null },
): string {
  const { salesforceObject: object, known } = frame;
  const query = changesQuery({ object, fields: fieldsToPull(frame), window, place }, SYNC_POLICY);
  return soql({ ...query, where: [...query.where, ...kindOf(frame)] }, known);
}

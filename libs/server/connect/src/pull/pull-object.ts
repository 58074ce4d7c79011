import { Inject, Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import {
  changesQuery,
  cursorAfter,
  placeAfter,
  pollWindow,
  salesforceId,
  soql,
  SYNC_POLICY,
  type PagePlace,
  type PollWindow,
} from '@bureau/domain';
import { Clock, LOG, type Log } from '@bureau/platform';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { namesIn } from '../desk/vocabulary-of-row.ts';
import { kindOf } from '../link/find-in-salesforce.ts';
import { LinkRepository } from '../link/link.repository.ts';
import { PersonContacts } from '../link/person-contacts.ts';
import { fieldsOf, rowOf } from '../link/read-salesforce.ts';
import type { SyncFrame } from '../link/sync-frame.ts';
import { SyncFrames } from '../link/sync-frames.ts';
import { CursorRepository, type StoredCursor } from './cursor.repository.ts';
import { PullRow, type PulledRow } from './pull-row.ts';
import { TellPull } from './tell-pull.ts';

/** So often Salesforce is asked up to where no open transaction can bring older stamps. */
const SAFE_LOW_MS = 10 * 60_000;

/** Of what is read for the first time: from when it was turned on, by Salesforce's clock. */
export function beginOf(enabledAt: Date, now: Date, salesforceNow: number): StoredCursor {
  const ago = Math.max(0, now.getTime() - enabledAt.getTime());
  const since = Math.floor((salesforceNow - ago) / 1_000) * 1_000;
  return { stamp: since, since, safeLow: null };
}

/** Reads what has changed in one object of Salesforce since the last time, page by page. */
@Injectable()
export class PullObject {
  constructor(
    private readonly frames: SyncFrames,
    private readonly connections: ConnectionRepository,
    private readonly cursors: CursorRepository,
    private readonly links: LinkRepository,
    private readonly persons: PersonContacts,
    private readonly pullRow: PullRow,
    private readonly tell: TellPull,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * Up to `salesforceNow`, in milliseconds of Salesforce's clock. Throws SalesforceFailure, SalesforceUnavailable; the cursor
   * then stays behind what was dealt with.
   */
  async run(object: SyncObject, salesforceNow: number): Promise<void> {
    const { direction } = await this.frames.settingsOf(object);
    if (direction === 'off') return;
    const frame = await this.frames.of(object);
    const polledAt = await this.cursors.polledAt(object);
    const now = this.clock.now();
    const cursor = (await this.cursors.find(object)) ?? (await this.begin(salesforceNow, now));

    const asked = await this.withSafeLow(frame, cursor, polledAt);
    const wide = pollWindow(asked, salesforceNow, SYNC_POLICY);
    const window = { ...wide, from: Math.max(wide.from, cursor.since) };
    const after = await this.pages(frame, asked, window);
    await this.cursors.save(object, after, now);
  }

  /** From when it was turned on, by Salesforce's clock: what is older is for the first sync. */
  private async begin(salesforceNow: number, now: Date): Promise<StoredCursor> {
    return beginOf((await this.connections.current())?.enabledAt ?? now, now, salesforceNow);
  }

  private async withSafeLow(frame: SyncFrame, cursor: StoredCursor, polledAt: Date | null): Promise<StoredCursor> {
    const now = this.clock.now().getTime();
    const turn = (ms: number) => Math.floor(ms / SAFE_LOW_MS);
    if (polledAt !== null && turn(polledAt.getTime()) === turn(now)) return cursor;
    const [from, to] = [new Date(cursor.stamp - SAFE_LOW_MS), new Date(cursor.stamp + SAFE_LOW_MS)];
    const { coveredUpTo } = await frame.records.updatedBetween(frame.salesforceObject, from, to);
    return { ...cursor, safeLow: coveredUpTo.getTime() };
  }

  private async pages(frame: SyncFrame, before: StoredCursor, window: PollWindow): Promise<StoredCursor> {
    let cursor = before;
    let place: PagePlace | null = null;
    do {
      const pulled = await this.page(frame, window, place);
      for (const one of pulled) await this.one(one);
      const rows = pulled.map(({ row }) => row);
      cursor = { ...cursor, ...cursorAfter(cursor, rows) };
      place = placeAfter(rows, SYNC_POLICY);
    } while (place !== null);
    return cursor;
  }

  private async page(frame: SyncFrame, window: PollWindow, place: PagePlace | null): Promise<PulledRow[]> {
    const { salesforceObject: object, known, settings, records } = frame;
    const asked = namesIn(settings.conditionsToDesk).filter((name) => known.has(name));
    const query = changesQuery({ object, fields: [...fieldsOf(frame), ...asked], window, place }, SYNC_POLICY);
    const readAt = await this.links.now();
    const { rows } = await records.query(soql({ ...query, where: [...query.where, ...kindOf(frame)] }, known), {
      deleted: true,
    });
    if (frame.object === 'case' && frame.connection.personAccounts) {
      const contactIds = rows.flatMap((raw) => salesforceId(raw['ContactId']) ?? []);
      await this.persons.learn(records, contactIds);
    }
    return rows.flatMap((raw) => {
      const row = rowOf(frame, raw, readAt);
      return row ? [{ frame, row, raw }] : [];
    });
  }

  /** One row that is broken does not hold back the others. */
  private async one(pulled: PulledRow): Promise<void> {
    try {
      await this.pullRow.run(pulled);
    } catch (error) {
      this.log.error(
        { err: error, object: pulled.frame.object, id: pulled.row.id },
        'A row of Salesforce was not taken.',
      );
      await this.tell.broken(pulled);
    }
  }
}

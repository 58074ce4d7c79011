import { Injectable } from '@nestjs/common';
import { SyncObject } from '@bureau/contracts';
import { FIRST_SYNC_REASONS, soql, soqlCount, SYNC_POLICY } from '@bureau/domain';
import { Clock, Database, Outbox } from '@bureau/platform';
import { kindOf } from '../link/find-in-salesforce.ts';
import { LinkRepository } from '../link/link.repository.ts';
import { PersonContacts } from '../link/person-contacts.ts';
import type { SyncFrame } from '../link/sync-frame.ts';
import { SyncFrames } from '../link/sync-frames.ts';
import { CursorRepository } from '../pull/cursor.repository.ts';
import { fieldsToPull, pulledRows } from '../pull/pulled-rows.ts';
import { SalesforceFailure } from '../salesforce/index.ts';
import { DealWithDeskRecords } from './deal-with-desk-records.ts';
import { DealWithRows } from './deal-with-rows.ts';
import { FirstSyncPlanQueries } from './first-sync-plan.queries.ts';
import { FirstSyncProgress } from './first-sync-progress.ts';
import {
  FirstSyncRepository,
  type FirstSyncSide,
  type NewSide,
  type StoredFirstSync,
} from './first-sync.repository.ts';
import { PUT_OFF_MS } from './put-off.ts';
import { RecognisedRepository } from './recognised.repository.ts';
import { UpdateMany } from './update-many.ts';

/** Records of the desk that are dealt with together: as many as one call can make; fewer where each takes calls of its own. */
const AT_ONCE = { together: 1_000, oneByOne: 200 };

/** One step of the first sync: a page of Salesforce, or a batch of the desk; then the end. */
@Injectable()
export class FirstSyncStep {
  constructor(
    private readonly firstSyncs: FirstSyncRepository,
    private readonly frames: SyncFrames,
    private readonly plan: FirstSyncPlanQueries,
    private readonly links: LinkRepository,
    private readonly persons: PersonContacts,
    private readonly rows: DealWithRows,
    private readonly deskRecords: DealWithDeskRecords,
    private readonly updateMany: UpdateMany,
    private readonly recognised: RecognisedRepository,
    private readonly progress: FirstSyncProgress,
    private readonly cursors: CursorRepository,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** False: there is nothing more to do. Throws SalesforceFailure, SalesforceUnavailable, and what `isStop` knows. */
  async run(run: StoredFirstSync): Promise<boolean> {
    if (!(await this.firstSyncs.hasSides(run.id, run.phase))) {
      await this.begin(run);
      return true;
    }
    const side = await this.firstSyncs.nextSide(run);
    if (!side) {
      await this.database.transaction(() => this.end(run));
      return false;
    }
    const frame = await this.frameOf(run, side.object);
    await this.firstSyncs.recount();
    if (side.side === 'salesforce') await this.page(run, side, frame);
    else await this.batch(run, side, frame);
    return true;
  }

  private frameOf({ phase }: StoredFirstSync, object: SyncObject): Promise<SyncFrame> {
    return this.frames.of(object, { forPeople: phase === 'preview', silent: true });
  }

  /** How much there is, and Salesforce's clock before anything is read. One call. */
  private async begin(run: StoredFirstSync): Promise<void> {
    const frames: SyncFrame[] = [];
    for (const object of SyncObject.options) {
      const { direction } = await this.frames.settingsOf(object);
      if (direction !== 'off') frames.push(await this.frameOf(run, object));
    }
    const [first] = frames;
    const queries = frames.map((frame) =>
      soqlCount({ object: frame.salesforceObject, where: kindOf(frame) }, frame.known),
    );
    const pages = first ? await first.records.queries(queries) : [];
    const sides: NewSide[] = [];
    let stamp = this.clock.now();
    for (const [index, { object }] of frames.entries()) {
      const page = pages[index];
      if (page === undefined || page instanceof SalesforceFailure)
        throw page ?? new Error('Salesforce left an answer out.');
      stamp = page.at;
      sides.push({ object, side: 'salesforce', total: page.total });
      sides.push({ object, side: 'desk', total: await this.plan.countOfDesk(object) });
    }
    await this.database.transaction(async () => {
      await this.progress.mustRun();
      await this.firstSyncs.addSides(run, sides, { stamp, calls: 1 });
    });
  }

  private async page(run: StoredFirstSync, side: FirstSyncSide, frame: SyncFrame): Promise<void> {
    const { salesforceObject: object, known, records } = frame;
    const after = side.lastId === '' ? [] : [{ field: 'Id', is: '>', value: { id: side.lastId } } as const];
    const query = { object, fields: fieldsToPull(frame), orderBy: ['Id'], limit: SYNC_POLICY.pageSize };
    const readAt = await this.links.now();
    const { rows, at } = await records.query(soql({ ...query, where: [...after, ...kindOf(frame)] }, known));
    await this.firstSyncs.addCalls(run.id, 1);
    await this.persons.learn(frame, rows);

    const until = new Date(this.clock.now().getTime() + PUT_OFF_MS);
    const unsent = await this.rows.run(run, side, pulledRows(frame, rows, readAt), until);
    const calls = await this.updateMany.run(frame, unsent, { until, readAt: at.getTime() });
    if (calls > 0) await this.firstSyncs.addCalls(run.id, calls);
    if (rows.length < SYNC_POLICY.pageSize) await this.database.transaction(() => this.readThrough(run, side));
  }

  private async readThrough({ phase }: StoredFirstSync, side: FirstSyncSide): Promise<void> {
    await this.progress.mustRun();
    if (phase === 'preview' && side.object !== 'case') {
      await this.recognised.findOutShared(side, FIRST_SYNC_REASONS.shared);
    }
    await this.finish(side);
  }

  private async batch(run: StoredFirstSync, side: FirstSyncSide, frame: SyncFrame): Promise<void> {
    const limit = frame.externalId === null ? AT_ONCE.oneByOne : AT_ONCE.together;
    const deskIds = await this.plan.nextOfDesk(side, limit);
    if (deskIds.length > 0) return this.deskRecords.run(run, side, frame, deskIds);
    await this.database.transaction(async () => {
      await this.progress.mustRun();
      await this.finish(side);
    });
  }

  private async finish(side: FirstSyncSide): Promise<void> {
    await this.firstSyncs.finishSide(side);
    await this.outbox.add('first-sync.progressed', { firstSyncId: side.firstSyncId });
  }

  /** What was changed there from the first moment on is for the poll, what was committed later than stamped included. */
  private async end({ id, phase, stamp }: StoredFirstSync): Promise<void> {
    await this.progress.mustRun();
    const finishedAt = this.clock.now();
    if (phase === 'preview') await this.firstSyncs.setState(id, { phase, state: 'previewed' });
    else await this.firstSyncs.setState(id, { phase, state: 'done', finishedAt });
    for (const object of SyncObject.options) {
      if (phase !== 'sync' || stamp === null) continue;
      await this.cursors.setBack(object, { stamp, since: new Date(stamp.getTime() - SYNC_POLICY.overlapMs) });
    }
    await this.outbox.add('first-sync.progressed', { firstSyncId: id });
  }
}

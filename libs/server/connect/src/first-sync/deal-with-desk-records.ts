import { Injectable } from '@nestjs/common';
import { fateOfDeskRecord, soql, type RecordFate } from '@bureau/domain';
import { Clock, Database } from '@bureau/platform';
import { DeskRecordQueries, type DeskRecord } from '../desk/desk-record.queries.ts';
import { parentsOf } from '../desk/desk-values.ts';
import { firstEmail } from '@bureau/domain';
import { FindInDesk } from '../desk/find-in-desk.queries.ts';
import { LinkRepository } from '../link/link.repository.ts';
import type { SyncFrame } from '../link/sync-frame.ts';
import { fieldsToPull, pulledRows } from '../pull/pulled-rows.ts';
import { KeepPush } from '../push/keep-push.ts';
import { isBegun, ReadPushFacts } from '../push/push-facts.ts';
import { CreateMany, type Made } from './create-many.ts';
import { DealWithRows } from './deal-with-rows.ts';
import { FirstSyncPlanQueries } from './first-sync-plan.queries.ts';
import { FirstSyncProgress } from './first-sync-progress.ts';
import type { FirstSyncSide, StoredFirstSync, ToldFate } from './first-sync.repository.ts';
import { RecognisedRepository } from './recognised.repository.ts';

interface Decided {
  deskId: number;
  told: ToldFate;
}

/** What is done with records of the desk that have no counterpart: in a preview they are only looked at. */
@Injectable()
export class DealWithDeskRecords {
  constructor(
    private readonly desk: DeskRecordQueries,
    private readonly inDesk: FindInDesk,
    private readonly links: LinkRepository,
    private readonly facts: ReadPushFacts,
    private readonly plan: FirstSyncPlanQueries,
    private readonly recognised: RecognisedRepository,
    private readonly createMany: CreateMany,
    private readonly keep: KeepPush,
    private readonly rows: DealWithRows,
    private readonly progress: FirstSyncProgress,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws SalesforceFailure, SalesforceUnavailable, and what `FirstSyncProgress.isStop` knows. */
  async run(run: StoredFirstSync, side: FirstSyncSide, frame: SyncFrame, deskIds: readonly number[]): Promise<void> {
    const decided = await this.decide(side, frame, deskIds);
    const calls = run.phase === 'sync' ? await this.carryOut(frame, decided) : 0;
    await this.database.transaction(async () => {
      await this.progress.mustRun();
      const fates = decided.map(({ told }) => told);
      await this.progress.advance(side, { lastId: String(deskIds.at(-1)), fates, calls });
    });
  }

  private async decide(side: FirstSyncSide, frame: SyncFrame, deskIds: readonly number[]): Promise<Decided[]> {
    const { object } = side;
    const records = await this.desk.findMany(object, deskIds);
    const links = new Map((await this.links.ofDesks(object, deskIds)).map((link) => [link.deskId, link]));
    const keys = [...new Set(records.flatMap((record) => keyOf(record) ?? []))];
    const matches = Map.groupBy(await this.recognised.find(side, keys), ({ value }) => value);
    const twins = Map.groupBy(await this.inDesk.matchesOfMany(object, [...matches.keys()]), ({ value }) => value);
    const lost = await this.plan.lost(side, records.flatMap(parentsOf));
    const decided: Decided[] = [];
    for (const record of records.toSorted((one, other) => one.id - other.id)) {
      const key = keyOf(record) ?? '';
      const link = links.get(record.id);
      const fate = fateOfDeskRecord({
        link: link && isBegun(link) ? link : null,
        settings: await this.facts.settingsOf(frame.settings, record.id, link),
        matches: matches.get(key) ?? [],
        twins: (twins.get(key) ?? []).some(({ deskId, linked }) => deskId !== record.id && !linked),
        parentLost: parentsOf(record).some((parent) => lost.has(`${parent.object}:${parent.deskId}`)),
      });
      decided.push({ deskId: record.id, told: toldOf(record, fate) });
    }
    return decided;
  }

  /** The calls that it took. */
  private async carryOut(frame: SyncFrame, decided: readonly Decided[]): Promise<number> {
    const matched = decided.filter(({ told }) => told.fate === 'match');
    const wanted = decided.filter(({ told }) => told.fate === 'create-in-salesforce').map(({ deskId }) => deskId);
    const calls = await this.link(frame, matched);
    const { made, calls: more } = await this.createMany.run(frame, wanted);
    for (const one of decided) {
      const end = made.get(one.deskId);
      if (end) one.told = { ...one.told, ...afterwards(end) };
    }
    return calls + more;
  }

  private async link(frame: SyncFrame, matched: readonly Decided[]): Promise<number> {
    if (matched.length === 0) return 0;
    for (const { deskId, told } of matched)
      if (told.salesforceId) await this.keep.link({ frame, deskId }, told.salesforceId);
    const ids = matched.flatMap(({ told }) => told.salesforceId ?? []).map((id) => ({ id }));
    const readAt = await this.links.now();
    const query = { object: frame.salesforceObject, fields: fieldsToPull(frame), orderBy: ['Id'], limit: ids.length };
    const where = [{ field: 'Id', is: 'in', value: ids }] as const;
    const { rows } = await frame.records.query(soql({ ...query, where }, frame.known));
    await this.rows.takeOver(pulledRows(frame, rows, readAt));
    return 1;
  }
}

function afterwards(made: Made): Partial<ToldFate> {
  return 'why' in made ? { fate: 'failed', reason: made.why } : { salesforceId: made.salesforceId };
}

/** What it is recognised by in Salesforce. */
function keyOf(record: DeskRecord): string | null {
  const value = record.object === 'company' ? record.name : record.object === 'customer' ? firstEmail(record) : null;
  return value !== null && value.trim() !== '' ? value : null;
}

function toldOf(record: DeskRecord, { fate, reason, salesforceId }: RecordFate & { salesforceId?: string }): ToldFate {
  const name = record.object === 'case' ? record.subject : record.name;
  return { fate, reason, deskId: record.id, salesforceId: salesforceId ?? null, name, fields: [] };
}

import { Inject, Injectable } from '@nestjs/common';
import { fateOfRow } from '@bureau/domain';
import { Clock, Database, isPassing, LOG, type Log } from '@bureau/platform';
import { LinkRepository } from '../link/link.repository.ts';
import { nameOf } from '../link/link-previews.ts';
import { PullRow, type PulledRow } from '../pull/pull-row.ts';
import { TellPull } from '../pull/tell-pull.ts';
import { SalesforceOutbox } from '../push/outbox.repository.ts';
import { FirstSyncProgress } from './first-sync-progress.ts';
import type { FirstSyncSide, StoredFirstSync, ToldFate } from './first-sync.repository.ts';
import { MakeMany } from './make-many.ts';
import { MergeMany } from './merge-many.ts';
import { keyOf, ReadRowFacts, type KnownRow } from './row-facts.ts';
import { RecognisedRepository } from './recognised.repository.ts';

/** Rows of one transaction. */
const AT_ONCE = { preview: 500, sync: 200 };

const BROKEN = 'The desk could not read or keep this row; its own log says more.';

interface Decided extends KnownRow {
  told: ToldFate;
}

/** What is done with rows of Salesforce: in a preview they are only looked at. */
@Injectable()
export class DealWithRows {
  constructor(
    private readonly facts: ReadRowFacts,
    private readonly makeMany: MakeMany,
    private readonly mergeMany: MergeMany,
    private readonly pullRow: PullRow,
    private readonly links: LinkRepository,
    private readonly recognised: RecognisedRepository,
    private readonly progress: FirstSyncProgress,
    private readonly outbox: SalesforceOutbox,
    private readonly tell: TellPull,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /**
   * Some at a time, each time one transaction that also says how far it is. Returns the records of the desk of which
   * Salesforce is yet to hear, put off `until` then. Throws FirstSyncStopped.
   */
  async run(run: StoredFirstSync, side: FirstSyncSide, rows: readonly PulledRow[], until: Date): Promise<number[]> {
    const unsent: number[] = [];
    const size = AT_ONCE[run.phase];
    for (let from = 0; from < rows.length; from += size) {
      const decided = await this.decide(side, rows.slice(from, from + size));
      if (run.phase === 'preview') await this.keep(side, decided);
      else unsent.push(...(await this.carryOut(side, decided, until)));
    }
    return unsent;
  }

  /** Those of the rows that are to change something, taken over without telling how far it is. */
  async takeOver(rows: readonly PulledRow[]): Promise<void> {
    for (const row of rows) await this.pullRow.run(row);
  }

  private async decide(side: FirstSyncSide, rows: readonly PulledRow[]): Promise<Decided[]> {
    const keys = rows.flatMap(({ row }) => {
      const value = keyOf(side.object, row.values);
      return value === null ? [] : [{ salesforceId: row.id, value }];
    });
    await this.recognised.keep(side, keys);
    const known = await this.facts.run(side, rows);
    return known.map((one) => ({ ...one, told: toldOf(one) }));
  }

  private keep(side: FirstSyncSide, decided: readonly Decided[]): Promise<void> {
    return this.database.transaction(() => this.advance(side, decided));
  }

  private async carryOut(side: FirstSyncSide, decided: readonly Decided[], until: Date): Promise<number[]> {
    try {
      return await this.database.transaction(() => this.together(side, decided, until));
    } catch (error) {
      if (this.progress.isStop(error) || isPassing(error) || decided.length === 0) throw error;
      this.log.info({ err: error, object: side.object }, 'Some rows could not be taken together.');
      return this.oneByOne(side, decided, until);
    }
  }

  private async together(side: FirstSyncSide, decided: readonly Decided[], until: Date): Promise<number[]> {
    await this.progress.mustRun();
    const made = await this.makeMany.run(decided.filter(isNew).map(({ pulled }) => pulled));
    const merged = await this.mergeMany.run(decided.filter(isLinked).map(({ pulled }) => pulled));
    for (const one of decided.filter(({ told }) => isActive(told))) {
      if (made.has(one.pulled) || merged.has(one.pulled)) continue;
      const why = await this.pullRow.run(one.pulled);
      if (why !== null) one.told = { ...one.told, fate: 'refused', reason: why };
    }
    await this.nameMade(side, decided);
    await this.advance(side, decided);
    const touched = decided.flatMap(({ told }) => (isActive(told) && told.deskId !== null ? [told.deskId] : []));
    return this.outbox.putOff(side.object, touched, until);
  }

  /** One row that is broken does not hold back the others. */
  private async oneByOne(side: FirstSyncSide, decided: readonly Decided[], until: Date): Promise<number[]> {
    const unsent: number[] = [];
    for (const { pulled } of decided) {
      try {
        const [one] = await this.decide(side, [pulled]);
        if (one) unsent.push(...(await this.database.transaction(() => this.together(side, [one], until))));
      } catch (error) {
        if (this.progress.isStop(error) || isPassing(error)) throw error;
        this.log.error({ err: error, object: side.object, id: pulled.row.id }, 'A row of Salesforce was not taken.');
        await this.database.transaction(() => this.broken(side, pulled));
      }
    }
    return unsent;
  }

  private async broken(side: FirstSyncSide, pulled: PulledRow): Promise<void> {
    await this.progress.mustRun();
    await this.tell.broken(pulled);
    const told = { fate: 'failed' as const, deskId: null, salesforceId: pulled.row.id, fields: [], reason: BROKEN };
    await this.progress.advance(side, {
      ...{ lastId: pulled.row.id, calls: 0 },
      fates: [{ ...told, name: nameOf(pulled.row) }],
    });
  }

  /** What was made just now has got its id. */
  private async nameMade({ object }: FirstSyncSide, decided: readonly Decided[]): Promise<void> {
    const made = decided.filter(({ told }) => told.deskId === null && told.fate === 'create-in-desk');
    if (made.length === 0) return;
    const links = await this.links.ofSalesforces(
      object,
      made.map(({ pulled }) => pulled.row.id),
    );
    const ids = new Map(links.map(({ salesforceId, deskId }) => [salesforceId, deskId]));
    for (const one of made) one.told = { ...one.told, deskId: ids.get(one.pulled.row.id) ?? null };
  }

  private async advance(side: FirstSyncSide, decided: readonly Decided[]): Promise<void> {
    const last = decided.at(-1);
    if (!last) return;
    await this.progress.mustRun();
    const fates = decided.map(({ told }) => told);
    await this.progress.advance(side, { lastId: last.pulled.row.id, fates, calls: 0 });
  }
}

function toldOf({ pulled: { row }, facts, deskId }: KnownRow): ToldFate {
  const { fate, reason } = fateOfRow(facts);
  const named = fate === 'match' || fate === 'update' || facts.link !== null;
  return {
    ...{ fate, reason, salesforceId: row.id, name: nameOf(row) },
    deskId: named ? deskId : null,
    fields: fate === 'match' || fate === 'update' ? facts.changes : [],
  };
}

function isNew({ told, facts }: Decided): boolean {
  return told.fate === 'create-in-desk' && facts.link === null;
}

function isLinked({ told, facts }: Decided): boolean {
  return told.fate === 'update' && facts.link !== null;
}

function isActive({ fate }: ToldFate): boolean {
  return fate === 'create-in-desk' || fate === 'match' || fate === 'update';
}

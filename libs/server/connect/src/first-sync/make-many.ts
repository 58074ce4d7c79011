import { Injectable } from '@nestjs/common';
import {
  canonicalSalesforceRecord,
  deskFields,
  linkTo,
  mergeRecord,
  unsent,
  type DeskRecord as DeskValues,
  type FieldProblem,
} from '@bureau/domain';
import { Clock, Database, ProblemError } from '@bureau/platform';
import { CreateInDesk } from '../desk/create-in-desk.ts';
import { DeskRecordQueries } from '../desk/desk-record.queries.ts';
import { NotLinked } from '../desk/not-linked.ts';
import { ReadDeskValues } from '../desk/read-desk-values.ts';
import { LinkRepository, type NewLink } from '../link/link.repository.ts';
import type { SyncFrame } from '../link/sync-frame.ts';
import { MakeFromRow, withoutEmpty } from '../pull/make-from-row.ts';
import type { PulledRow } from '../pull/pull-row.ts';
import { TellPull, type TakenRow } from '../pull/tell-pull.ts';
import { SalesforceOutbox } from '../push/outbox.repository.ts';
import { inParts } from './in-parts.ts';

/** So many are tried together again when the desk refuses one of more. */
const FEW = 10;

interface Met extends TakenRow {
  link: NewLink;
  /** The record is as the row is: there is nothing to merge. */
  agreed: boolean;
  unsent: boolean;
}

/**
 * Makes records of the desk from rows of Salesforce that it has nothing of, and what the sync keeps of them, for all at once:
 * by the rules by which people make them.
 */
@Injectable()
export class MakeMany {
  constructor(
    private readonly create: CreateInDesk,
    private readonly makeFromRow: MakeFromRow,
    private readonly desk: DeskRecordQueries,
    private readonly values: ReadDeskValues,
    private readonly notLinked: NotLinked,
    private readonly links: LinkRepository,
    private readonly outbox: SalesforceOutbox,
    private readonly tell: TellPull,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of the rows. The rows that are taken; all others go one by one, with what the desk has against them. */
  async run(rows: readonly PulledRow[]): Promise<Set<PulledRow>> {
    const [first] = rows;
    if (!first) return new Set();
    const made = await this.make(first.frame, rows);
    if (made.length > 0) await this.link(first.frame, made);
    return new Set(made.map(({ pulled }) => pulled));
  }

  /** All together; what the desk refuses takes the others along, and they are tried again without it. */
  private async make(frame: SyncFrame, rows: readonly PulledRow[]): Promise<TakenRow[]> {
    try {
      return await this.database.savepoint(() => this.together(frame, rows));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      if (rows.length <= FEW) return [];
      const made: TakenRow[] = [];
      for (const some of inParts(rows, FEW)) made.push(...(await this.make(frame, some)));
      return made;
    }
  }

  private async together({ object, deskPairs, silent }: SyncFrame, rows: readonly PulledRow[]): Promise<TakenRow[]> {
    const seen = rows.map(({ raw }) => canonicalSalesforceRecord(deskPairs, raw));
    const wishes = seen.map((one) => withoutEmpty(deskFields(deskPairs, one, null).values));
    const ids = await this.create.makeMany(object, wishes, { suppressRules: silent });
    return rows.flatMap((pulled, index) => {
      const [deskId, values] = [ids[index], seen[index]];
      return deskId === undefined || values === undefined ? [] : [{ pulled, deskId, values }];
    });
  }

  private async link(frame: SyncFrame, made: readonly TakenRow[]): Promise<void> {
    const { object } = frame;
    const met = await this.meet(frame, made);
    const links = await this.links.addLinked(
      object,
      met.map(({ link }) => link),
    );
    const late = met.filter((one) => one.unsent).map(({ deskId }) => deskId);
    await this.outbox.mark(object, late, this.clock.now());
    const others = new Map(met.flatMap((one) => (one.agreed ? [] : [[one.deskId, one.pulled.row]])));
    for (const link of links) {
      const row = others.get(link.deskId);
      if (row) await this.makeFromRow.meet(frame, link, row);
    }
    await this.makeFromRow.wake(object, links);
    await this.tell.didMany('created', made);
  }

  /** Each record beside its row, as the desk made it. */
  private async meet(frame: SyncFrame, made: readonly TakenRow[]): Promise<Met[]> {
    const { object, pairs } = frame;
    const records = await this.desk.findMany(
      object,
      made.map(({ deskId }) => deskId),
    );
    const desk = await this.values.ofMany(pairs, records, () => undefined);
    const missing = await this.notLinked.ofMany(
      pairs,
      made.map(({ pulled }) => pulled.row.values),
    );
    return made.map((one, index) => meetOne(one, desk.get(one.deskId) ?? {}, missing[index] ?? {}));
  }
}

function meetOne(one: TakenRow, desk: DeskValues, cannotTake: Readonly<Record<string, FieldProblem>>): Met {
  const { frame, row } = one.pulled;
  const { pairs, settings } = frame;
  const begun = linkTo(row.id);
  const merge = mergeRecord({ pairs, desk, row, link: begun, firstLink: settings.firstLink, cannotTake });
  const { toDesk, refused, conflicts } = merge;
  const agreed = [toDesk, refused, conflicts].every((found) => Object.keys(found).length === 0);
  return {
    ...one,
    link: { ...(agreed ? merge.link : begun), deskId: one.deskId },
    agreed,
    unsent: agreed && unsent(pairs, merge.link, desk).length > 0,
  };
}

import { Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import {
  mergeRecord,
  previewLink,
  type DeskRecord as DeskValues,
  type FieldProblem,
  type RowFacts,
  type SyncValues,
} from '@bureau/domain';
import { DeskRecordQueries } from '../desk/desk-record.queries.ts';
import { FindInDesk, type DeskMatch } from '../desk/find-in-desk.queries.ts';
import { NotLinked } from '../desk/not-linked.ts';
import { ReadDeskValues } from '../desk/read-desk-values.ts';
import { LinkRepository, type StoredLink } from '../link/link.repository.ts';
import type { SyncFrame } from '../link/sync-frame.ts';
import { deskIdOf, type PulledRow } from '../pull/pull-row.ts';
import { PullSettingsOf } from '../pull/pull-settings-of.ts';
import { FirstSyncPlanQueries } from './first-sync-plan.queries.ts';
import type { FirstSyncSide } from './first-sync.repository.ts';
import { RecognisedRepository } from './recognised.repository.ts';

/** A row of Salesforce, what is known of it, and the record of the desk that it is or could be. */
export interface KnownRow {
  pulled: PulledRow;
  facts: RowFacts;
  deskId: number | null;
}

interface Around {
  bySalesforce: Map<string, StoredLink>;
  byDesk: Map<number, StoredLink>;
  there: Set<number>;
  matches: Map<string, DeskMatch[]>;
  shared: Set<string>;
  /** The records of the desk by the desk's names of their fields. */
  values: Map<number, DeskValues>;
  /** What a row points to and is not linked, by the row's id. */
  missing: Map<string, Record<string, FieldProblem>>;
  customers: Set<string>;
}

/** Looks at many rows of Salesforce at once: a handful of statements for all of them, and no call. */
@Injectable()
export class ReadRowFacts {
  constructor(
    private readonly links: LinkRepository,
    private readonly inDesk: FindInDesk,
    private readonly desk: DeskRecordQueries,
    private readonly values: ReadDeskValues,
    private readonly notLinked: NotLinked,
    private readonly settings: PullSettingsOf,
    private readonly recognised: RecognisedRepository,
    private readonly plan: FirstSyncPlanQueries,
  ) {}

  async run(side: FirstSyncSide, rows: readonly PulledRow[]): Promise<KnownRow[]> {
    const [first] = rows;
    if (!first) return [];
    const around = await this.around(side, first.frame, rows);
    return rows.map((pulled) => this.one(side, pulled, around));
  }

  private async around(side: FirstSyncSide, { pairs }: SyncFrame, rows: readonly PulledRow[]): Promise<Around> {
    const { object } = side;
    const ids = rows.map(({ row }) => row.id);
    const carried = rows.flatMap(({ row }) => deskIdOf(row) ?? []);
    const ofRows = await this.links.ofSalesforces(object, ids);
    const ofDesk = carried.length > 0 ? await this.links.ofDesks(object, carried) : [];
    const matches = await this.inDesk.matchesOfMany(object, [
      ...new Set(rows.flatMap(({ row }) => keyOf(object, row.values) ?? [])),
    ]);
    const linked = new Map([...ofRows, ...ofDesk].map((link) => [link.deskId, link]));
    const wanted = new Set([...linked.keys(), ...matches.map(({ deskId }) => deskId)]);
    const records = await this.desk.findMany(object, [...wanted]);
    const pointing = linked.size === 0 ? [] : rows;
    const missing = await this.notLinked.ofMany(
      pairs,
      pointing.map(({ row }) => row.values),
    );
    return {
      bySalesforce: new Map(ofRows.map((link) => [link.salesforceId ?? '', link])),
      byDesk: new Map(ofDesk.map((link) => [link.deskId, link])),
      there: await this.inDesk.existing(object, carried),
      matches: Map.groupBy(matches, ({ value }) => value),
      shared: object === 'case' ? new Set() : await this.recognised.shared(side, ids),
      values: await this.values.ofMany(pairs, records, ({ id }) => linked.get(id)),
      missing: new Map(pointing.map(({ row }, index) => [row.id, missing[index] ?? {}])),
      customers:
        object === 'case'
          ? await this.plan.customersThere(
              side,
              rows.flatMap(({ row }) => customerOf(row.values) ?? []),
            )
          : new Set(),
    };
  }

  private one({ object }: FirstSyncSide, pulled: PulledRow, around: Around): KnownRow {
    const { row } = pulled;
    const carried = deskIdOf(row);
    const link = around.bySalesforce.get(row.id) ?? (carried === null ? undefined : around.byDesk.get(carried)) ?? null;
    const key = keyOf(object, row.values);
    const matches = link || key === null ? [] : (around.matches.get(key) ?? []);
    const [match] = matches.filter(({ linked }) => !linked);
    const isThere = !link && carried !== null && around.there.has(carried);
    const deskId = link?.deskId ?? (isThere ? carried : (match?.deskId ?? null));
    const desk = deskId === null ? undefined : around.values.get(deskId);
    const customer = customerOf(row.values);
    const facts: RowFacts = {
      ...{ row, link, matches, settings: this.settings.run(pulled) },
      deskRecordExists: isThere,
      shared: around.shared.has(row.id),
      customer: object !== 'case' || (customer !== null && around.customers.has(customer)),
      changes: desk ? changesOf(pulled, { desk, link, cannotTake: around.missing.get(row.id) ?? {} }) : [],
    };
    return { pulled, facts, deskId };
  }
}

/** The fields that differ, by the desk's names. */
function changesOf(
  { frame, row }: PulledRow,
  { desk, link, cannotTake }: { desk: DeskValues; link: StoredLink | null; cannotTake: Record<string, FieldProblem> },
): string[] {
  const { pairs, settings } = frame;
  const { firstLink } = settings;
  if (!link) return previewLink({ pairs, desk, row, firstLink }).map(({ field }) => field);
  const { toDesk, toSalesforce } = mergeRecord({ pairs, desk, row, link, firstLink, cannotTake });
  return [...new Set([...Object.keys(toDesk), ...Object.keys(toSalesforce)])];
}

/** What a row is recognised by: a company by its name, a customer by the address. */
export function keyOf(object: SyncObject, values: SyncValues): string | null {
  const value = object === 'company' ? values['name'] : object === 'customer' ? values['email'] : null;
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function customerOf(values: SyncValues): string | null {
  const customer = values['customer'];
  return typeof customer === 'string' ? customer : null;
}

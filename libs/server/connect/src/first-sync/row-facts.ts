import { Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import { mergeRecord, previewLink, type RowFacts, type SyncValues } from '@bureau/domain';
import { DeskRecordQueries, type DeskRecord } from '../desk/desk-record.queries.ts';
import { FindInDesk, type DeskMatch } from '../desk/find-in-desk.queries.ts';
import { NotLinked } from '../desk/not-linked.ts';
import { ReadDeskValues } from '../desk/read-desk-values.ts';
import { LinkRepository, type StoredLink } from '../link/link.repository.ts';
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
  records: Map<number, DeskRecord>;
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
    const around = await this.around(side, rows);
    const known: KnownRow[] = [];
    for (const pulled of rows) known.push(await this.one(side, pulled, around));
    return known;
  }

  private async around(side: FirstSyncSide, rows: readonly PulledRow[]): Promise<Around> {
    const { object } = side;
    const ids = rows.map(({ row }) => row.id);
    const carried = rows.flatMap(({ row }) => deskIdOf(row) ?? []);
    const ofRows = await this.links.ofSalesforces(object, ids);
    const ofDesk = carried.length > 0 ? await this.links.ofDesks(object, carried) : [];
    const matches = await this.inDesk.matchesOfMany(object, [
      ...new Set(rows.flatMap(({ row }) => keyOf(object, row.values) ?? [])),
    ]);
    const linked = [...ofRows, ...ofDesk].map(({ deskId }) => deskId);
    const records = await this.desk.findMany(object, [...new Set([...linked, ...matches.map(({ deskId }) => deskId)])]);
    return {
      bySalesforce: new Map(ofRows.map((link) => [link.salesforceId ?? '', link])),
      byDesk: new Map(ofDesk.map((link) => [link.deskId, link])),
      there: await this.inDesk.existing(object, carried),
      matches: Map.groupBy(matches, ({ value }) => value),
      shared: object === 'case' ? new Set() : await this.recognised.shared(side, ids),
      records: new Map(records.map((record) => [record.id, record])),
      customers:
        object === 'case'
          ? await this.plan.customersThere(
              side,
              rows.flatMap(({ row }) => customerOf(row.values) ?? []),
            )
          : new Set(),
    };
  }

  private async one({ object }: FirstSyncSide, pulled: PulledRow, around: Around): Promise<KnownRow> {
    const { row } = pulled;
    const carried = deskIdOf(row);
    const link = around.bySalesforce.get(row.id) ?? (carried === null ? undefined : around.byDesk.get(carried)) ?? null;
    const key = keyOf(object, row.values);
    const matches = link || key === null ? [] : (around.matches.get(key) ?? []);
    const [match] = matches.filter(({ linked }) => !linked);
    const isThere = !link && carried !== null && around.there.has(carried);
    const deskId = link?.deskId ?? (isThere ? carried : (match?.deskId ?? null));
    const record = deskId === null ? undefined : around.records.get(deskId);
    const customer = customerOf(row.values);
    const facts: RowFacts = {
      ...{ row, link, matches, settings: this.settings.run(pulled) },
      deskRecordExists: isThere,
      shared: around.shared.has(row.id),
      customer: object !== 'case' || (customer !== null && around.customers.has(customer)),
      changes: record ? await this.changes(pulled, record, link) : [],
    };
    return { pulled, facts, deskId };
  }

  private async changes({ frame, row }: PulledRow, record: DeskRecord, link: StoredLink | null): Promise<string[]> {
    const { pairs, settings } = frame;
    const desk = await this.values.of(pairs, record, link ?? undefined);
    const { firstLink } = settings;
    if (!link) return previewLink({ pairs, desk, row, firstLink }).map(({ field }) => field);
    const cannotTake = await this.notLinked.of(pairs, row.values);
    const { toDesk, toSalesforce } = mergeRecord({ pairs, desk, row, link, firstLink, cannotTake });
    return [...new Set([...Object.keys(toDesk), ...Object.keys(toSalesforce)])];
  }
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

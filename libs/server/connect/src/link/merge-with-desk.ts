import { Injectable } from '@nestjs/common';
import type { SyncProblem } from '@bureau/contracts';
import {
  canonicalDeskRecord,
  FIELD_PROBLEMS,
  hold,
  mergeRecord,
  unsent,
  type DeskRecord as DeskValues,
  type FieldConflict,
  type FieldProblem,
  type RecordMerge,
  type SalesforceRow,
  type SyncValues,
} from '@bureau/domain';
import { Clock, Transactional } from '@bureau/platform';
import { RecordConflicts } from '../conflict/record-conflicts.ts';
import { DeskRecordQueries, type DeskRecord } from '../desk/desk-record.queries.ts';
import { ReadDeskValues } from '../desk/read-desk-values.ts';
import { WriteDeskRecord, type RefusedByDesk } from '../desk/write-desk-record.ts';
import { NotLinked } from '../desk/not-linked.ts';
import { SyncLogRepository, type SyncLogLine } from '../log/sync-log.repository.ts';
import { LinkRepository, type StoredLink } from './link.repository.ts';
import type { SyncFrame } from './sync-frame.ts';

export interface Merged {
  link: StoredLink;
  /** What has to go to Salesforce now. */
  toSalesforce: SyncValues;
  /** Fields of which Salesforce is yet to hear, those just named included. */
  unsent: string[];
  /** The row said something that was not known. */
  isNews: boolean;
}

/**
 * Brings what was read of a Salesforce record into the desk: field by field, three ways. What the desk writes, the base, the
 * conflicts and the history are one transaction.
 */
@Injectable()
export class MergeWithDesk {
  constructor(
    private readonly links: LinkRepository,
    private readonly desk: DeskRecordQueries,
    private readonly values: ReadDeskValues,
    private readonly write: WriteDeskRecord,
    private readonly notLinked: NotLinked,
    private readonly conflicts: RecordConflicts,
    private readonly log: SyncLogRepository,
    private readonly clock: Clock,
  ) {}

  /** Undefined: the record of the desk is there no more. Whoever calls keeps everybody else from this link. */
  @Transactional()
  async run(frame: SyncFrame, before: StoredLink, row: SalesforceRow): Promise<Merged | undefined> {
    const record = await this.desk.findLocked(before.object, before.deskId);
    if (!record) return undefined;
    const desk = await this.values.of(frame.pairs, record, before);
    const { firstLink } = frame.settings;
    const cannotTake = await this.notLinked.of(frame.pairs, row.values);
    const [deletedHere] = await this.notLinked.deletedHere(frame.pairs, [row.values]);
    const told = withoutFound(before, cannotTake);
    const merge = mergeRecord({ pairs: frame.pairs, desk, row, link: told, firstLink, cannotTake, deletedHere });

    const refused = await this.write.run(record, merge.toDesk, { suppressRules: frame.silent });
    const written = Object.keys(merge.toDesk).filter((field) => !(field in refused));
    const isNews = row.stamp !== before.stamp || written.length > 0;
    const problem = isNews ? null : before.problem;
    const link: StoredLink = { ...before, ...keptOf(merge, { before, refused, desk, row, frame }), problem };
    await this.tell(link, { desk, row, merge, written, refused, frame });
    await this.links.save(link);

    const after = written.length === 0 ? desk : await this.valuesNow(frame, record, link);
    return { link, toSalesforce: merge.toSalesforce, unsent: unsent(frame.pairs, link, after), isNews };
  }

  /**
   * Many at once, of which each row says nothing that the desk has to write, and nothing that both sides disagree on: only
   * what is agreed and what Salesforce is yet to hear may change. All others are left as they are, for {@link run}.
   */
  @Transactional()
  async runQuiet(frame: SyncFrame, linked: readonly { before: StoredLink; row: SalesforceRow }[]): Promise<Merged[]> {
    const { pairs, settings } = frame;
    const links = new Map(linked.map(({ before }) => [before.deskId, before]));
    const records = await this.desk.findManyLocked(frame.object, [...links.keys()]);
    const desk = await this.values.ofMany(pairs, records, ({ id }) => links.get(id));
    const theirs = linked.map(({ row }) => row.values);
    const missing = await this.notLinked.ofMany(pairs, theirs);
    const deleted = await this.notLinked.deletedHere(pairs, theirs);
    const merged = linked.flatMap(({ before, row }, index): Merged[] => {
      const here = desk.get(before.deskId);
      const cannotTake = missing[index] ?? {};
      if (!here) return [];
      const told = withoutFound(before, cannotTake);
      const known = { cannotTake, deletedHere: deleted[index] };
      const merge = mergeRecord({ pairs, desk: here, row, link: told, firstLink: settings.firstLink, ...known });
      if (![merge.toDesk, merge.refused, merge.conflicts].every(isEmpty)) return [];
      const isNews = row.stamp !== before.stamp;
      const link = { ...before, ...merge.link, problem: isNews ? null : before.problem };
      return [{ link, toSalesforce: merge.toSalesforce, unsent: unsent(pairs, link, here), isNews }];
    });
    await this.links.saveMany(merged.map(({ link }) => link));
    return merged;
  }

  private async valuesNow(frame: SyncFrame, { object, id }: DeskRecord, link: StoredLink): Promise<DeskValues> {
    const record = await this.desk.find(object, id);
    return record ? this.values.of(frame.pairs, record, link) : {};
  }

  private async tell(link: StoredLink, told: Told): Promise<void> {
    const { desk, row, merge, written, refused, frame } = told;
    const here = canonicalDeskRecord(frame.pairs, desk).values;
    const found = merge.conflicts.filter(({ field }) => !(field in refused));
    const conflicts = await this.conflicts.run(link, found, row);
    const line = {
      ...{ at: this.clock.now(), direction: 'to_desk' as const, object: link.object },
      ...{ deskId: link.deskId, salesforceId: row.id },
    };
    const crossed = (fields: readonly string[]) =>
      fields.map((field) => ({ field, before: here[field] ?? null, after: row.values[field] ?? null }));
    const plain = written.filter((field) => conflicts.every((conflict) => conflict.field !== field));
    if (plain.length > 0) await this.log.add({ ...line, action: 'updated', fields: crossed(plain) });
    await this.log.addMany(linesOf(conflicts).map((conflict) => ({ ...line, ...conflict })));
    for (const [field, problem] of problemsOf(merge.refused, refused)) {
      const { code: errorCode, message: detail } = problem;
      await this.log.add({ ...line, action: 'failed', fields: crossed([field]), errorCode, detail });
    }
  }
}

/** By where the value goes that counts: what the desk wrote because of a conflict is told with it, and not once more. */
function linesOf(conflicts: readonly FieldConflict[]): Pick<SyncLogLine, 'action' | 'direction' | 'fields'>[] {
  const here = conflicts.filter(({ wins }) => wins === 'salesforce');
  const there = conflicts.filter(({ wins }) => wins === 'desk');
  return [
    {
      ...{ action: 'conflict' as const, direction: 'to_desk' as const },
      fields: here.map(({ field, desk, salesforce }) => ({ field, before: desk, after: salesforce })),
    },
    {
      ...{ action: 'conflict' as const, direction: 'to_salesforce' as const },
      fields: there.map(({ field, desk, salesforce }) => ({ field, before: salesforce, after: desk })),
    },
  ].filter(({ fields }) => fields.length > 0);
}

function isEmpty(found: object): boolean {
  return Object.keys(found).length === 0;
}

interface Told {
  desk: DeskValues;
  row: SalesforceRow;
  merge: RecordMerge & { conflicts: FieldConflict[] };
  written: string[];
  refused: RefusedByDesk;
  frame: SyncFrame;
}

/** What rested because it pointed to a record that was not linked is looked at anew once that is. */
function withoutFound(link: StoredLink, cannotTake: Readonly<Record<string, FieldProblem>>): StoredLink {
  const held = Object.entries(link.held).filter(
    ([field, { code }]) => code !== 'record-not-linked' || field in cannotTake,
  );
  return { ...link, held: Object.fromEntries(held) };
}

/** The link as the merge made it; what the desk's own verbs then refused rests, and its base stays as it was. */
function keptOf(
  { link }: RecordMerge,
  told: Pick<Told, 'refused' | 'desk' | 'row' | 'frame'> & { before: StoredLink },
): RecordMerge['link'] {
  const { before, refused, desk, row, frame } = told;
  const fields = Object.keys(refused);
  if (fields.length === 0) return link;
  const here = canonicalDeskRecord(frame.pairs, desk).values;
  const held = fields.map((field) => [
    field,
    { desk: here[field] ?? null, salesforce: row.values[field] ?? null, code: 'refused-by-desk' },
  ]);
  const base = Object.fromEntries(
    Object.entries({ ...link.base, ...before.base }).filter(
      ([field]) => field in before.base || !fields.includes(field),
    ),
  );
  const kept = { ...link.base, ...Object.fromEntries(fields.map((field) => [field, base[field]])) };
  return hold({ ...link, base: withoutUndefined(kept) }, Object.fromEntries(held));
}

function withoutUndefined(values: Record<string, SyncValues[string] | undefined>): SyncValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])),
  );
}

function problemsOf(
  translated: Readonly<Record<string, FieldProblem>>,
  refused: RefusedByDesk,
): [string, Pick<SyncProblem, 'code' | 'message'>][] {
  return [
    ...Object.entries(translated).map(([field, code]): [string, Pick<SyncProblem, 'code' | 'message'>] => [
      field,
      { code, message: FIELD_PROBLEMS[code] },
    ]),
    ...Object.entries(refused).map(([field, message]): [string, Pick<SyncProblem, 'code' | 'message'>] => [
      field,
      { code: 'refused-by-desk', message },
    ]),
  ];
}

import type { FirstLink, SyncValue } from '@bureau/contracts';
import type { SyncValues } from './canonical.ts';
import { canonicalDeskRecord, deskFields, type FieldPair } from './field-pair.ts';
import { mergeField, type FieldVerdict } from './merge-field.ts';
import { DELETED_HERE, provenanceOf, type HeldField, type SalesforceRow, type SyncLink } from './sync-link.ts';
import type { DeskValue, FieldProblem } from './translated.ts';

export type DeskRecord = Readonly<Record<string, DeskValue | undefined>>;

/** A field that both sides changed; it is recorded, and waits for nobody. */
export interface FieldConflict {
  field: string;
  /** Null at the first link. */
  base: SyncValue;
  desk: SyncValue;
  salesforce: SyncValue;
  wins: 'desk' | 'salesforce';
}

export interface RecordMerge {
  /** What the desk writes, by its own names, as its records have it. Empty: nothing. */
  toDesk: Record<string, DeskValue>;
  /** What has to go to Salesforce, as it is compared. Empty: nothing. */
  toSalesforce: SyncValues;
  conflicts: FieldConflict[];
  /** Fields that the desk cannot take; they rest. */
  refused: Record<string, FieldProblem>;
  /** Saved in the transaction that writes the desk. */
  link: SyncLink;
}

export interface MergeInput {
  pairs: readonly FieldPair[];
  /** As it is now, read in the transaction that writes it. */
  desk: DeskRecord;
  row: SalesforceRow;
  link: SyncLink;
  firstLink: FirstLink;
  /** Fields whose value of Salesforce the desk is known not to take, e.g. one that points to a record that is not linked. */
  cannotTake?: Readonly<Record<string, FieldProblem>>;
  /** Fields whose value of Salesforce names a record that was deleted at the desk. */
  deletedHere?: ReadonlySet<string>;
}

/** All that one transaction of the desk has to do with a row of Salesforce that was read. */
export function mergeRecord(input: MergeInput): RecordMerge {
  const { pairs, desk, row, link, cannotTake } = input;
  const here = canonicalDeskRecord(pairs, desk).values;
  const kept = [...(input.deletedHere ?? [])].filter((field) => here[field] === null);
  const verdicts = verdictsOf(input, { here, kept });
  const wanted = pick(verdicts, 'to_desk', row.values);
  const written = deskFields(pairs, wanted, desk);
  const refused = { ...written.problems, ...pickOf(cannotTake ?? {}, wanted) };
  const toDesk = without(written.values, refused);
  const taken = [...verdicts].filter(([field]) => !(field in refused));
  const agreed = taken.map(([field, { base }]): [string, SyncValue] => [field, base]);
  const there = kept.map((field): [string, SyncValue] => [field, row.values[field] ?? null]);

  const resting = [...Object.entries(refused), ...kept.map((field): [string, string] => [field, DELETED_HERE])];
  const held = resting.map(([field, code]): [string, HeldField] => [
    field,
    { desk: here[field] ?? null, salesforce: row.values[field] ?? null, code },
  ]);
  const provenance = provenanceOf(Object.keys(toDesk), { from: 'salesforce', at: row.stamp, by: row.by });
  return {
    toDesk,
    toSalesforce: pick(verdicts, 'to_salesforce', here),
    conflicts: conflictsOf(taken, { here, row, link }),
    refused,
    link: {
      ...link,
      base: { ...link.base, ...Object.fromEntries([...agreed, ...there]) },
      stamp: Math.max(row.stamp, link.stamp ?? 0),
      seenAt: Math.max(row.readAt, link.seenAt ?? 0),
      held: { ...stillHeld(link, verdicts), ...Object.fromEntries(held) },
      provenance: { ...link.provenance, ...provenance },
    },
  };
}

type Verdicts = Map<string, FieldVerdict>;

/** Of the fields that both sides could be read of, and that do not rest. */
function verdictsOf(
  { pairs, row, link, firstLink }: MergeInput,
  { here, kept }: { here: SyncValues; kept: readonly string[] },
): Verdicts {
  const verdicts: Verdicts = new Map();
  for (const { deskField: field, direction } of pairs) {
    const [desk, salesforce, held] = [here[field], row.values[field], link.held[field]];
    if (desk === undefined || salesforce === undefined || kept.includes(field)) continue;
    // That it is empty here was nobody's edit: what Salesforce names by now may come.
    const wasKept = held?.code === DELETED_HERE && desk === null;
    if (!wasKept && rests(held, desk, salesforce)) continue;
    const base = wasKept ? null : link.base[field];
    const sent = link.sent[field] ?? [];
    verdicts.set(field, mergeField({ base, desk, salesforce, sent, direction, firstLink }));
  }
  return verdicts;
}

function rests(held: HeldField | undefined, desk: SyncValue, salesforce: SyncValue): boolean {
  return held !== undefined && held.desk === desk && held.salesforce === salesforce;
}

function stillHeld(link: SyncLink, verdicts: Verdicts): SyncLink['held'] {
  return Object.fromEntries(Object.entries(link.held).filter(([field]) => !verdicts.has(field)));
}

function pick(verdicts: Verdicts, goes: FieldVerdict['goes'], values: SyncValues): SyncValues {
  const fields = [...verdicts].filter(([, verdict]) => verdict.goes === goes).map(([field]) => field);
  return Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));
}

function pickOf<Value>(all: Readonly<Record<string, Value>>, fields: object): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([field]) => field in fields));
}

function without<Value>(all: Readonly<Record<string, Value>>, fields: object): Record<string, Value> {
  return Object.fromEntries(Object.entries(all).filter(([field]) => !(field in fields)));
}

function conflictsOf(
  verdicts: [string, FieldVerdict][],
  { here, row, link }: { here: SyncValues; row: SalesforceRow; link: SyncLink },
): FieldConflict[] {
  return verdicts.flatMap(([field, { loses }]) =>
    loses === null
      ? []
      : [
          {
            field,
            base: link.base[field] ?? null,
            desk: here[field] ?? null,
            salesforce: row.values[field] ?? null,
            wins: loses === 'desk' ? 'salesforce' : 'desk',
          },
        ],
  );
}

/**
 * Fields of which the desk has something that Salesforce is yet to get: while there is one, the record stays in the outbox.
 * What rests, and what goes the other way only, does not count.
 */
export function unsent(pairs: readonly FieldPair[], link: SyncLink, desk: DeskRecord): string[] {
  const here = canonicalDeskRecord(pairs, desk).values;
  return pairs
    .filter(({ deskField, direction }) => direction !== 'to_desk' && here[deskField] !== undefined)
    .map(({ deskField }) => deskField)
    .filter((field) => here[field] !== (link.base[field] ?? null) && link.held[field]?.desk !== here[field]);
}

/**
 * Whether the outbox lets go of a record after a try. `desk` is read in the transaction that asks; null: it was deleted while
 * the try went on, which the next one has to find out.
 */
export function isSent(pairs: readonly FieldPair[], link: SyncLink, desk: DeskRecord | null): boolean {
  return desk !== null && unsent(pairs, link, desk).length === 0;
}

/** What a first link would do, for a person to look at before: the fields that differ, and whose value both will have. */
export function previewLink(
  input: Omit<MergeInput, 'link'>,
): { field: string; desk: SyncValue; salesforce: SyncValue; wins: 'desk' | 'salesforce' }[] {
  const here = canonicalDeskRecord(input.pairs, input.desk).values;
  return input.pairs.flatMap(({ deskField: field, direction }) => {
    const desk = here[field];
    const salesforce = input.row.values[field];
    if (desk === undefined || salesforce === undefined) return [];
    const { firstLink } = input;
    const { goes } = mergeField({ base: undefined, desk, salesforce, sent: [], direction, firstLink });
    return goes === null ? [] : [{ field, desk, salesforce, wins: goes === 'to_desk' ? 'salesforce' : 'desk' }];
  });
}

/** The pairs as far as the settings of the object let them go. */
export function openPairs(pairs: readonly FieldPair[], open: { toSalesforce: boolean; toDesk: boolean }): FieldPair[] {
  return pairs.flatMap((pair) => {
    const there = open.toSalesforce && pair.direction !== 'to_desk';
    const here = open.toDesk && pair.direction !== 'to_salesforce';
    if (there && here) return [pair];
    if (there) return [{ ...pair, direction: 'to_salesforce' }];
    return here ? [{ ...pair, direction: 'to_desk' }] : [];
  });
}

import type { SyncDirection, SyncValue, ValuePair } from '@bureau/contracts';
import type { SyncValues } from './canonical.ts';
import { KINDS, type PairKind } from './pair-kinds.ts';
import type { DeskValue, FieldProblem, Translated } from './translated.ts';

/** A field of the desk and the one of Salesforce that is kept in step with it. */
export interface FieldPair {
  /** The desk's name of the field; base, conflicts and provenance are kept under it. */
  deskField: string;
  /** API name. */
  salesforceField: string;
  kind: PairKind;
  direction: Exclude<SyncDirection, 'off'>;
  /** Of a list, and of origins: what the organisation calls them. */
  values?: readonly ValuePair[];
  /** Most characters there; a longer text is cut (a subject only, everything else is refused by Salesforce). */
  cutAt?: number;
  /** Most characters here. */
  deskLimit?: number;
}

/** Values of a record that could be read, and why the others could not. */
export interface ReadValues {
  values: SyncValues;
  problems: Readonly<Record<string, FieldProblem>>;
}

/** The record of the desk, as it is compared. Of a pair whose field is not there, nothing is said. */
export function canonicalDeskRecord(
  pairs: readonly FieldPair[],
  record: Readonly<Record<string, DeskValue | undefined>>,
): ReadValues {
  const values: Record<string, SyncValue> = {};
  const problems: Record<string, FieldProblem> = {};
  for (const pair of pairs) {
    const present = record[pair.deskField];
    if (present === undefined) continue;
    const read = KINDS[pair.kind].ofDesk(present, pair);
    if ('problem' in read) problems[pair.deskField] = read.problem;
    else values[pair.deskField] = read.value;
  }
  return { values, problems };
}

/** The record of Salesforce, as it is compared. A field that the user may not see is absent from both. */
export function canonicalSalesforceRecord(
  pairs: readonly FieldPair[],
  row: Readonly<Record<string, unknown>>,
): SyncValues {
  const seen = pairs.filter(({ salesforceField }) => row[salesforceField] !== undefined);
  return Object.fromEntries(
    seen.map((pair) => [pair.deskField, KINDS[pair.kind].ofSalesforce(row[pair.salesforceField], pair)]),
  );
}

/** What is sent there, by API name. */
export function salesforceFields(pairs: readonly FieldPair[], values: SyncValues): Record<string, SyncValue> {
  return Object.fromEntries(
    pairs.flatMap((pair) => {
      const value = values[pair.deskField];
      return value === undefined ? [] : [[pair.salesforceField, KINDS[pair.kind].toSalesforce(value)]];
    }),
  );
}

export interface WrittenValues {
  values: Record<string, DeskValue>;
  problems: Record<string, FieldProblem>;
}

/** What the desk writes of values that came from there; `present` is what the desk has (null: nothing yet). */
export function deskFields(
  pairs: readonly FieldPair[],
  values: SyncValues,
  present: Readonly<Record<string, DeskValue | undefined>> | null,
): WrittenValues {
  const written: WrittenValues = { values: {}, problems: {} };
  for (const pair of pairs) {
    const value = values[pair.deskField];
    if (value === undefined) continue;
    const made = within(pair, KINDS[pair.kind].toDesk(value, pair, present?.[pair.deskField] ?? null));
    if ('problem' in made) written.problems[pair.deskField] = made.problem;
    else written.values[pair.deskField] = made.value;
  }
  return written;
}

function within({ deskLimit }: FieldPair, made: Translated<DeskValue>): Translated<DeskValue> {
  const tooLong = 'value' in made && typeof made.value === 'string' && deskLimit && made.value.length > deskLimit;
  return tooLong ? { problem: 'too-long-for-desk' } : made;
}

/** The desk's field of an API name that an error names; null for one that is not mapped. */
export function deskFieldOf(pairs: readonly FieldPair[], salesforceField: string): string | null {
  const name = salesforceField.toLowerCase();
  return pairs.find((pair) => pair.salesforceField.toLowerCase() === name)?.deskField ?? null;
}

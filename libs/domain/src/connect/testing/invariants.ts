import { canonicalDeskRecord, canonicalSalesforceRecord, type FieldPair } from '../field-pair.ts';
import type { DeskRecord } from '../merge-record.ts';
import type { SyncLink } from '../sync-link.ts';

/** A record of Salesforce, deleted or not. */
export interface RowThere {
  id: string;
  deskId: string | null;
  deleted: boolean;
  mergedInto: string | null;
  /** By API name. */
  values: Readonly<Record<string, unknown>>;
}

/** What a history has led to, of the model or of the real engine, for the invariants to look at. */
export interface Outcome {
  pairs: readonly FieldPair[];
  /** Fields of the desk that nothing but people and the sync writes, on either side. */
  ownFields: readonly string[];
  organisation: {
    rows: ReadonlyMap<string, RowThere>;
    /** Values that were overwritten though whoever wrote had seen others. */
    overwritten: readonly string[];
    /** What users of Salesforce did to which field: `500….subject`. */
    usersTouched: ReadonlySet<string>;
  };
  desk: {
    records: ReadonlyMap<string, DeskRecord>;
    links: ReadonlyMap<string, SyncLink>;
    outbox: ReadonlySet<string>;
  };
  /** Records made by people, on both sides. */
  born: number;
  /** The latest value that people at the desk gave each field: `id.field`. */
  deskEdits: ReadonlyMap<string, unknown>;
  /** Records of the desk whose pair was changed by hand, by a merge or out of the recycle bin. */
  repaired: ReadonlySet<string>;
  /** Writes of the sync after all had come to rest. */
  lateWrites: number;
}

/** What does not hold of an outcome (external-apis.md §4.6); empty: everything does. */
export function broken(outcome: Outcome): string[] {
  return [...quiet(outcome), ...converged(outcome), ...linked(outcome), ...nothingLost(outcome)];
}

function quiet({ lateWrites, desk, organisation }: Outcome): string[] {
  return [
    ...(lateWrites > 0 ? [`I1: ${lateWrites} writes though nothing changed`] : []),
    ...(desk.outbox.size > 0 ? [`I2: the outbox still has ${[...desk.outbox].join(', ')}`] : []),
    ...organisation.overwritten.map((field) => `I11: ${field} was overwritten unseen`),
  ];
}

const okLinks = ({ desk }: Outcome): [string, SyncLink][] => [...desk.links].filter(([, { state }]) => state === 'ok');

function converged(outcome: Outcome): string[] {
  const { desk, organisation, pairs } = outcome;
  return okLinks(outcome).flatMap(([id, link]) => {
    const row = organisation.rows.get(link.salesforceId ?? '');
    if (!row || row.deleted) return [`I6: ${id} is linked to what was deleted`];
    if (!desk.records.has(id)) return [`I6: ${id} is linked though it was deleted at the desk`];
    const here = canonicalDeskRecord(pairs, desk.records.get(id) ?? {}).values;
    const there = canonicalSalesforceRecord(pairs, row.values);
    return pairs.flatMap(({ deskField: field, direction }) => {
      const [ours, theirs] = [here[field], there[field]];
      if (ours === undefined || rests(link, field, { ours, theirs })) return [];
      // Two were merged there, and the one that stays has its own value in a field that only the desk fills.
      const isTheirOwn = outcome.repaired.has(id) && (link.base[field] ?? null) === ours;
      if (direction === 'to_salesforce' && isTheirOwn) return [];
      return [
        ...(ours === theirs ? [] : [`I3: ${id}.${field} differs: ${String(ours)} here, ${String(theirs)} there`]),
        ...((link.base[field] ?? null) === theirs ? [] : [`I4: the base of ${id}.${field} differs`]),
      ];
    });
  });
}

/** One side would not take it, and neither has changed since. */
function rests({ held }: SyncLink, field: string, { ours, theirs }: { ours: unknown; theirs: unknown }): boolean {
  const value = held[field];
  return value !== undefined && value.desk === ours && value.salesforce === theirs;
}

function linked({ desk, organisation, born }: Outcome): string[] {
  const ids = [...desk.links.values()].map(({ salesforceId }) => salesforceId).filter((id) => id !== null);
  const known = new Set(ids);
  const rows = [...organisation.rows.values()].filter(({ deleted }) => !deleted);
  return [
    ...(known.size < ids.length ? ['I5: two links to one record'] : []),
    ...rows
      .filter(({ id, deskId }) => !known.has(id) && !(deskId !== null && desk.links.has(deskId)))
      .map(({ id }) => `I7: nobody is linked to ${id}`),
    ...[...desk.records.keys()]
      .filter((id) => [undefined, 'tombstone_desk'].includes(desk.links.get(id)?.state))
      .map((id) => `I8: ${id} is not linked`),
    ...(organisation.rows.size > born || desk.records.size > born ? ['I9: a record was made twice'] : []),
  ];
}

/** An edit of the desk to a field that nobody in Salesforce touched is there, unless Salesforce does not take it. */
function nothingLost(outcome: Outcome): string[] {
  const { desk, organisation, deskEdits, repaired, pairs, ownFields } = outcome;
  return okLinks(outcome).flatMap(([id, link]) => {
    const row = organisation.rows.get(link.salesforceId ?? '');
    if (!row || repaired.has(id) || row.mergedInto !== null || !desk.records.has(id)) return [];
    const there = canonicalSalesforceRecord(pairs, row.values);
    return ownFields.flatMap((field) => {
      const edit = deskEdits.get(`${id}.${field}`);
      const isOurs = edit !== undefined && !organisation.usersTouched.has(`${row.id}.${field}`);
      const isThere = there[field] === edit || link.held[field]?.desk === edit;
      return isOurs && !isThere ? [`I10: the edit of ${id}.${field} at the desk is lost`] : [];
    });
  });
}

import type { Org } from '../org.ts';
import type { SfObject } from '../schema/object.ts';
import { msOf, textOf, type Row, type Value } from '../value.ts';
import { virtualRows } from './virtual-rows.ts';
import type { Shortcut } from './where.ts';

const IN_BIN_MS = 15 * 24 * 3_600_000;

/** Which records a query looks at: `all` is also those in the recycle bin, which keeps them 15 days. */
export function rowsOf(org: Org, object: SfObject, given: { all: boolean; shortcut?: Shortcut | undefined }): Row[] {
  if (object.virtual) return virtualRows(org, object);
  const { personAccounts } = org.setup.get();
  const now = org.service.clock.ms();
  const there = (row: Row) => {
    if (!personAccounts && row['IsPersonType'] === true) return false;
    if (row['IsDeleted'] === true) return given.all && msOf(textOf(row['SystemModstamp'])) + IN_BIN_MS > now;
    return given.all || row['IsArchived'] !== true;
  };
  return candidates(org, object.name, given.shortcut).filter(there);
}

function candidates(org: Org, type: string, shortcut: Shortcut | undefined): Row[] {
  if (!shortcut) return org.records.all(type);
  const found = shortcut.values.map((value: Value) => org.records.having(type, shortcut.field, value));
  if (found.includes(undefined)) return org.records.all(type);
  return [...new Set(found.flatMap((rows) => rows ?? []))];
}

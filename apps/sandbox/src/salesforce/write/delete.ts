import type { Org } from '../org.ts';
import { rightsOn } from '../rights.ts';
import type { SfObject } from '../schema/object.ts';
import { insufficientAccess, notFound, SfError } from '../sf-error.ts';
import { idIn, textOf, type Row } from '../value.ts';
import type { By } from './by.ts';
import { existing, stamped } from './save.ts';

/** Puts a record into the recycle bin, and with it what belongs to it alone. */
export function remove(org: Org, by: By, { object, id }: { object: SfObject; id: string }): void {
  org.records.atomically(() => {
    const row = existing(org, object, id);
    if (!rightsOn(org, by.user, object).delete) throw insufficientAccess();
    org.failures.meet({ operation: 'delete', object: object.name });
    org.locks.need([id]);
    bin(org, by, { object, row });
  });
}

function bin(org: Org, by: By, { object, row }: { object: SfObject; row: Row }): void {
  for (const { object: child, field } of org.schema.children(object)) {
    const theirs = (org.records.having(child.name, field.name, idIn(row)) ?? []).filter(
      (one) => one[field.name] === idIn(row) && one['IsDeleted'] !== true,
    );
    if (field.onDelete === 'restrict' && theirs.length > 0) throw stillUsed(object, row, theirs);
    for (const one of theirs) {
      if (field.onDelete === 'cascade') bin(org, by, { object: child, row: one });
      else if (field.onDelete === 'clear') org.records.put(child.name, { ...one, [field.name]: null, ...stamped(by) });
    }
  }
  org.records.put(object.name, { ...row, IsDeleted: true, ...stamped(by) });
}

function stillUsed(object: SfObject, row: Row, cases: Row[]): SfError {
  const numbers = cases.map((one) => textOf(one['CaseNumber'])).join(', ');
  const words = `Your attempt to delete ${textOf(row['Name'])} could not be completed because it is associated with the following cases.: ${numbers}\n`;
  return new SfError('DELETE_FAILED', words, { fields: [] });
}

/** Takes a record out of the recycle bin, with what went there because of it. */
export function undelete(org: Org, by: By, id: string): Row {
  const object = org.schema.objectOfId(id);
  const row = org.any(id);
  if (!object || row?.['IsDeleted'] !== true) throw notFound();
  return org.records.atomically(() => {
    for (const { object: child, field } of org.schema.children(object)) {
      if (field.onDelete !== 'cascade') continue;
      const gone = (org.records.having(child.name, field.name, id) ?? []).filter(
        (one) => one['IsDeleted'] === true && one['SystemModstamp'] === row['SystemModstamp'],
      );
      for (const one of gone) undelete(org, by, idIn(one));
    }
    return org.records.put(object.name, { ...row, MasterRecordId: null, IsDeleted: false, ...stamped(by) });
  });
}

/** Out of the recycle bin for good. */
export function purge(org: Org, id: string): void {
  const object = org.schema.objectOfId(id);
  if (object && org.any(id)?.['IsDeleted'] === true) org.records.remove(object.name, id);
}

/** One record takes in others: what belongs to them becomes its own, they go to the recycle bin and name it. */
export function merge(org: Org, by: By, { master, losers }: { master: string; losers: string[] }): Row {
  const object = org.schema.objectOfId(master);
  if (!object?.mergeable) throw new SfError('INVALID_TYPE', 'Entity type does not support merge');
  return org.records.atomically(() => {
    const winner = existing(org, object, master);
    for (const id of losers) {
      const loser = existing(org, object, id);
      for (const { object: child, field } of org.schema.children(object)) {
        const theirs = org.records.having(child.name, field.name, id) ?? [];
        for (const one of theirs) org.records.put(child.name, { ...one, [field.name]: master, ...stamped(by) });
      }
      org.records.put(object.name, { ...loser, IsDeleted: true, MasterRecordId: master, ...stamped(by) });
    }
    return org.records.put(object.name, { ...winner, ...stamped(by) });
  });
}

import { readStamp, salesforceId, soql, type SalesforceRow, type SoqlCondition } from '@bureau/domain';
import { canonicalSalesforceRecord } from '@bureau/domain';
import type { SalesforceRow as RawRow } from '../salesforce/index.ts';
import type { SyncFrame } from './sync-frame.ts';

/** Besides the mapped fields: what says whether it lives, who changed it, and which record of the desk it is. */
const ALWAYS = ['Id', 'SystemModstamp', 'IsDeleted', 'LastModifiedBy.Name'];

/** The fields to ask for, of those that the user may see. */
export function fieldsOf({ pairs, deskPairs, externalId, known }: SyncFrame): string[] {
  const mapped = [...pairs, ...deskPairs].map(({ salesforceField }) => salesforceField);
  const more = ['MasterRecordId', 'IsPersonAccount', ...(externalId ? [externalId] : [])];
  return [...new Set([...ALWAYS, ...mapped, ...more])].filter((field) => known.has(field));
}

/** One record, though it may lie in the recycle bin; null: there is none (any more). One call. */
export async function readSalesforce(
  frame: SyncFrame,
  id: string,
  readAt: number,
): Promise<{ row: SalesforceRow; at: number } | null> {
  const where: SoqlCondition[] = [{ field: 'Id', is: '=', value: { id } }];
  const query = soql(
    { object: frame.salesforceObject, fields: fieldsOf(frame), where, orderBy: [], limit: 1 },
    frame.known,
  );
  const { rows, at } = await frame.records.query(query, { deleted: true });
  const [raw] = rows;
  const row = raw && rowOf(frame, raw, readAt);
  return row ? { row, at: at.getTime() } : null;
}

/** A row as the desk understands it; undefined for one without an id or a stamp. */
export function rowOf(frame: SyncFrame, raw: RawRow, readAt: number): SalesforceRow | undefined {
  const id = salesforceId(raw['Id']);
  const stamp = readStamp(raw['SystemModstamp']);
  if (id === null || stamp === null) return undefined;
  const deskId = frame.externalId === null ? null : raw[frame.externalId];
  return {
    ...{ id, stamp, readAt },
    deleted: raw['IsDeleted'] === true,
    mergedInto: salesforceId(raw['MasterRecordId']),
    deskId: typeof deskId === 'string' && deskId !== '' ? deskId : null,
    values: canonicalSalesforceRecord(frame.pairs, raw),
    by: nameOf(raw['LastModifiedBy']),
  };
}

function nameOf(user: unknown): string | null {
  return typeof user === 'object' && user !== null && 'Name' in user && typeof user.Name === 'string'
    ? user.Name
    : null;
}

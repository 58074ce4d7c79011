import { soql, type DeskRecord as DeskValues, type FrozenPayload, type SoqlCondition } from '@bureau/domain';
import { salesforceId } from '@bureau/domain';
import type { SyncFrame } from './sync-frame.ts';

const FEW = 10;

/** What an earlier try may have made: by the desk's id that it carries, those in the recycle bin too. */
export async function findByExternalId(
  frame: SyncFrame,
  deskId: number,
): Promise<{ salesforceId: string; deleted: boolean }[]> {
  if (frame.externalId === null) return [];
  return find(frame, [{ field: frame.externalId, is: '=', value: String(deskId) }], { deleted: true });
}

/** The same where the organisation has no field for the desk's ids: by what was sent, and who made it. */
export function findByPayload(
  frame: SyncFrame,
  { values }: FrozenPayload,
): Promise<{ salesforceId: string; deleted: boolean }[]> {
  const telling = frame.createPairs.filter(
    ({ kind, deskField }) =>
      ['name', 'last-name', 'email', 'subject', 'required-record'].includes(kind) && values[deskField],
  );
  const where = telling.map(({ deskField, salesforceField }): SoqlCondition => {
    return { field: salesforceField, is: '=', value: values[deskField] ?? null };
  });
  const by: SoqlCondition = { field: 'CreatedById', is: '=', value: { id: frame.records.userId } };
  return find(frame, [...where, by], { deleted: true });
}

/** Records that could be the same: a company by its name, a customer by the e-mail address; nothing to go by finds none. */
export async function findMatches(frame: SyncFrame, desk: DeskValues): Promise<string[]> {
  const field = frame.object === 'company' ? 'name' : 'email';
  const pair = frame.createPairs.find(({ deskField }) => deskField === field);
  const value = desk[field];
  if (!pair || typeof value !== 'string' || value.trim() === '') return [];
  const rows = await find(frame, [{ field: pair.salesforceField, is: '=', value: value.trim() }, ...kindOf(frame)]);
  return rows.map((row) => row.salesforceId);
}

/** Accounts of persons are customers, all others are companies; contacts that stand for such an account are nobody. */
export function kindOf({ object, personAccounts, salesforceObject, known }: SyncFrame): SoqlCondition[] {
  if (object === 'case' || !known.has('IsPersonAccount')) return [];
  return [
    {
      field: 'IsPersonAccount',
      is: '=',
      value: personAccounts && salesforceObject === 'Account' && object === 'customer',
    },
  ];
}

async function find(
  frame: SyncFrame,
  where: SoqlCondition[],
  options: { deleted?: boolean } = {},
): Promise<{ salesforceId: string; deleted: boolean }[]> {
  const { salesforceObject: object, known, records } = frame;
  const query = soql({ object, fields: ['Id', 'IsDeleted'], where, orderBy: ['Id'], limit: FEW }, known);
  const { rows } = await records.query(query, options);
  return rows.flatMap((row) => {
    const id = salesforceId(row['Id']);
    return id === null ? [] : [{ salesforceId: id, deleted: row['IsDeleted'] === true }];
  });
}

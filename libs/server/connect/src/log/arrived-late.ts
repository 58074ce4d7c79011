import type { SalesforceRow, SyncLink } from '@bureau/domain';
import type { CrossedField, SyncLogLine } from './sync-log.repository.ts';

type LateLine = Required<Pick<SyncLogLine, 'direction' | 'action' | 'fields' | 'detail'>>;

/** The answer was lost, or whoever waited for it was killed. */
export const ARRIVED_LATE = 'The desk got no answer to this and found it in Salesforce later.';

/** Of a record that the desk made without knowing, as soon as it is seen there; null: the desk has sent nothing to make it. */
export function madeLate({ salesforceId, payload }: SyncLink): LateLine | null {
  const values = Object.entries(payload?.values ?? {});
  if (salesforceId !== null || values.length === 0) return null;
  const fields = values.map(([field, after]) => ({ field, before: null, after }));
  return { direction: 'to_salesforce', action: 'created', fields, detail: ARRIVED_LATE };
}

/** As {@link madeLate}, of what was written to a record that is there: as far as a row that was read later shows it. */
export function writtenLate({ sent, base }: SyncLink, row: SalesforceRow): LateLine | null {
  const fields = Object.entries(sent).flatMap(([field, values]): CrossedField[] => {
    const after = row.values[field] ?? null;
    return values.includes(after) ? [{ field, before: base[field] ?? null, after }] : [];
  });
  return fields.length === 0 ? null : { direction: 'to_salesforce', action: 'updated', fields, detail: ARRIVED_LATE };
}

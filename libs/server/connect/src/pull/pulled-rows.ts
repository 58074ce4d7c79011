import { namesIn } from '../desk/vocabulary-of-row.ts';
import { fieldsOf, rowOf } from '../link/read-salesforce.ts';
import type { SyncFrame } from '../link/sync-frame.ts';
import type { SalesforceRow as RawRow } from '../salesforce/index.ts';
import type { PulledRow } from './pull-row.ts';

/** The fields to ask for of rows that may come to the desk: those that are kept in step, and those that conditions name. */
export function fieldsToPull(frame: SyncFrame): string[] {
  const asked = namesIn(frame.settings.conditionsToDesk).filter((name) => frame.known.has(name));
  // Cases point to the contact that Salesforce keeps of a person's account.
  const contact = frame.personAccounts && frame.known.has('PersonContactId') ? ['PersonContactId'] : [];
  return [...fieldsOf(frame), ...contact, ...asked];
}

/** Rows as they came, as the desk understands them; `readAt` is the database's clock before they were asked for. */
export function pulledRows(frame: SyncFrame, rows: readonly RawRow[], readAt: number): PulledRow[] {
  return rows.flatMap((raw) => {
    const row = rowOf(frame, raw, readAt);
    return row ? [{ frame, row, raw }] : [];
  });
}

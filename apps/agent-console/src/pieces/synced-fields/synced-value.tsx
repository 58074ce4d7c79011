import './synced-fields.css';
import type { NamedRecords, SyncRecord, SyncValue } from '@bureau/contracts';
import { Link } from '@bureau/ui';
import { syncedFieldWords, syncedValueWords as words } from './synced-fields.words.ts';

interface SyncedValueProps {
  field: string;
  value: SyncValue;
  /** What the value may name. */
  records: NamedRecords;
}

/** A value as people read it: a record by its name, with the way there. */
export function SyncedValue({ field, value, records }: SyncedValueProps) {
  if (value === null || value === '') return words.empty;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (!namesRecord(field)) return value;
  const record = records[value];
  if (!record) {
    return (
      <>
        {words.notLinked} <code className="synced-id">{value}</code>
      </>
    );
  }
  return record.name === null ? (
    <span title={value}>{words.gone}</span>
  ) : (
    <Link href={placeOf(record)}>
      <span title={value}>{record.name || syncedFieldWords[field]}</span>
    </Link>
  );
}

/** Whether the values of a field are records, known by their ids in Salesforce. */
export function namesRecord(field: string): field is 'company' | 'customer' {
  return field === 'company' || field === 'customer';
}

/** Where a record of the desk is at home. */
export function placeOf({ object, deskId }: Pick<SyncRecord, 'object' | 'deskId'>): string {
  const places = { case: `/cases/inbox/${deskId}`, customer: `/customers/${deskId}`, company: `/companies/${deskId}` };
  return places[object];
}

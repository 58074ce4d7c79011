import type { SyncRecord, SyncValue } from '@bureau/contracts';
import { trafficWords as words } from './salesforce-traffic.words.ts';

/** A value as people read it. */
export function sayValue(value: SyncValue): string {
  if (value === null || value === '') return words.empty;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return value;
}

/** Where a record of the desk is at home. */
export function placeOf({ object, deskId }: Pick<SyncRecord, 'object' | 'deskId'>): string {
  const places = { case: `/cases/inbox/${deskId}`, customer: `/customers/${deskId}`, company: `/companies/${deskId}` };
  return places[object];
}

/** What a record is called; of one that is gone, that it is. */
export function nameOf({ object, name, deskId }: SyncRecord): string {
  return name === null ? words.gone : `${words.objects[object]}: ${name || deskId}`;
}

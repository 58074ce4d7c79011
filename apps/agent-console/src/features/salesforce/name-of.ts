import type { SyncRecord } from '@bureau/contracts';
import { trafficWords as words } from './salesforce-traffic.words.ts';

/** What a record is called; of one that is gone, that it is. */
export function nameOf({ object, name, deskId }: SyncRecord): string {
  return name === null ? words.gone : `${words.objects[object]}: ${name || deskId}`;
}

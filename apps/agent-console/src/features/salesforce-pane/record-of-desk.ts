import type { SyncRecord } from '@bureau/contracts';

/** The record of the desk that is looked at. */
export type RecordOfDesk = Pick<SyncRecord, 'object' | 'deskId'>;

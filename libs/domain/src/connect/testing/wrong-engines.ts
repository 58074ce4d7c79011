import type { SyncPolicy } from '../sync-policy.ts';

/** Where an engine can be made wrong on purpose: a check must be able to fail. */
export interface Wrong {
  policy?: Partial<SyncPolicy>;
  /** Compares what the desk has with what Salesforce stores, letter by letter. */
  comparesRaw?: true;
  /** Writes whole records as soon as one field changed there. */
  writesWholeRecords?: true;
  /** Makes records without the desk's id, and cannot find them again. */
  withoutExternalId?: true;
  /** Sends what there is at the moment, and forgets what was sent. */
  forgetsWhatWasSent?: true;
  /** Writes whatever happened there since. */
  writesBlindly?: true;
  /** Takes what it wrote last itself for its own echo. */
  skipsOwn?: true;
  /** Merges a row though it was asked for before what the link knows. */
  believesOldRows?: true;
  /** Goes on from where its own clock stands, so many milliseconds ahead. */
  ownClockMs?: number;
}

/** Each is found out by one of the invariants (external-apis.md §4.6; the last needs two workers). */
export const WRONG_ENGINES: Record<string, Wrong> = {
  'compares values raw': { comparesRaw: true },
  'has no overlap': { policy: { overlapMs: 0 } },
  'reads strictly after its cursor': { policy: { overlapMs: -1_000 } },
  'overwrites whole records': { writesWholeRecords: true },
  'creates without an external id': { withoutExternalId: true },
  'forgets what it sent': { forgetsWhatWasSent: true },
  'writes blindly': { writesBlindly: true },
  'does not let rows settle': { policy: { settleMs: 0 } },
  'goes by its own clock': { ownClockMs: 5_000, policy: { overlapMs: 0 } },
  'skips what it wrote last': { skipsOwn: true },
  'believes rows that it read before it wrote': { believesOldRows: true },
};

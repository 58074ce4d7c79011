import { z } from 'zod';
import { Id, Timestamp } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';
import { SyncObject } from './sync-object.ts';

/**
 * `dry-run`: it is found out what would happen; `previewed`: that can be read; `running`; `stopped`: by somebody, it goes on
 * where it was; `failed`: for the reason it says, it goes on where it was; `done`.
 */
export const FirstSyncState = z.enum(['dry-run', 'previewed', 'running', 'stopped', 'failed', 'done']);
export type FirstSyncState = z.infer<typeof FirstSyncState>;

/** What happens to a record: made there, made here, brought in step, matched for the first time, or left alone, with the reason. */
export const FirstSyncFate = z.enum([
  'create-in-salesforce',
  'create-in-desk',
  'update',
  'match',
  'unchanged',
  'ambiguous',
  'refused',
]);
export type FirstSyncFate = z.infer<typeof FirstSyncFate>;

const Counts = z.record(FirstSyncFate, z.number().int());

export const FirstSyncProgress = z.object({
  object: SyncObject,
  /** Records on both sides, as far as known. */
  total: z.number().int(),
  seen: z.number().int(),
  /** By fate; while it runs, of what is done. */
  counts: Counts,
  failed: z.number().int(),
});
export type FirstSyncProgress = z.infer<typeof FirstSyncProgress>;

export const FirstSync = z.object({
  id: Id,
  state: FirstSyncState,
  /** Why it stopped; empty otherwise. */
  reason: z.string(),
  objects: z.array(FirstSyncProgress),
  /** Calls of Salesforce's day that it used so far. */
  calls: z.number().int(),
  startedBy: z.string().nullable(),
  startedAt: Timestamp,
  finishedAt: Timestamp.nullable(),
});
export type FirstSync = z.infer<typeof FirstSync>;

/** One line of the preview. */
export const FirstSyncRow = z.object({
  object: SyncObject,
  fate: FirstSyncFate,
  deskId: Id.nullable(),
  salesforceId: z.string().nullable(),
  name: z.string(),
  /** Which fields would change, or why nothing happens. */
  detail: z.string(),
});
export type FirstSyncRow = z.infer<typeof FirstSyncRow>;

export const salesforceFirstSyncApi = {
  get: route('GET', '/salesforce/first-sync', {
    summary: 'Read how far the complete synchronization is.',
    allow: 'salesforce:manage',
    response: z.object({ firstSync: FirstSync.nullable() }),
  }),
  dryRun: route('POST', '/salesforce/first-sync/dry-run', {
    summary: 'Find out what a complete synchronization would do, without doing it.',
    allow: 'salesforce:manage',
    response: FirstSync,
  }),
  rows: route('GET', '/salesforce/first-sync/rows', {
    summary: 'List what the complete synchronization would do, or did.',
    allow: 'salesforce:manage',
    query: PageQuery.extend({ object: SyncObject.optional(), fate: FirstSyncFate.optional() }),
    response: pageOf(FirstSyncRow),
  }),
  download: route('GET', '/salesforce/first-sync/rows.csv', {
    summary: 'Download what the complete synchronization would do, as a table.',
    allow: 'salesforce:manage',
    bytes: 'response',
  }),
  start: route('POST', '/salesforce/first-sync/start', {
    summary: 'Do it, or go on where it stopped.',
    allow: 'salesforce:manage',
    response: FirstSync,
  }),
  stop: route('POST', '/salesforce/first-sync/stop', {
    summary: 'Stop the complete synchronization; it can go on later.',
    allow: 'salesforce:manage',
    response: FirstSync,
  }),
};

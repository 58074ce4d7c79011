import { z } from 'zod';
import { Id, Timestamp } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';
import { SyncObject } from './sync-object.ts';

/**
 * `dry-run`: it is found out what would happen; `previewed`: that can be read; `running`; `waiting`: for the reason it says,
 * it goes on by itself; `stopped`: by somebody, it goes on where it was; `failed`: for the reason it says, it goes on where
 * it was; `done`.
 */
export const FirstSyncState = z.enum(['dry-run', 'previewed', 'running', 'waiting', 'stopped', 'failed', 'done']);
export type FirstSyncState = z.infer<typeof FirstSyncState>;

/** First it is found out what would happen, then it is done. */
export const FirstSyncPhase = z.enum(['preview', 'sync']);
export type FirstSyncPhase = z.infer<typeof FirstSyncPhase>;

/** What happens to a record: made there, made here, matched for the first time, brought in step, or left alone, with the reason. */
export const FirstSyncFate = z.enum([
  'create-in-salesforce',
  'create-in-desk',
  'match',
  'update',
  'unchanged',
  'ambiguous',
  'refused',
  'failed',
]);
export type FirstSyncFate = z.infer<typeof FirstSyncFate>;

/** By fate. */
export const FirstSyncCounts = z.record(FirstSyncFate, z.number().int());
export type FirstSyncCounts = z.infer<typeof FirstSyncCounts>;

export const FirstSyncProgress = z.object({
  object: SyncObject,
  /** Records to look at on both sides, as far as known. */
  total: z.number().int(),
  seen: z.number().int(),
  /** What the dry run found. */
  planned: FirstSyncCounts,
  /** What was done so far. */
  done: FirstSyncCounts,
});
export type FirstSyncProgress = z.infer<typeof FirstSyncProgress>;

export const FirstSync = z.object({
  id: Id,
  phase: FirstSyncPhase,
  state: FirstSyncState,
  /** Why it waits or failed; empty otherwise. */
  reason: z.string(),
  /** Of the phase that it is in. */
  objects: z.array(FirstSyncProgress),
  /** Calls of Salesforce's day that it used so far. */
  calls: z.number().int(),
  startedBy: z.string().nullable(),
  startedAt: Timestamp,
  finishedAt: Timestamp.nullable(),
});
export type FirstSync = z.infer<typeof FirstSync>;

/** One record, and what happens or happened to it; records that stay as they are are only counted. */
export const FirstSyncRow = z.object({
  id: Id,
  object: SyncObject,
  fate: FirstSyncFate,
  deskId: Id.nullable(),
  salesforceId: z.string().nullable(),
  /** Where the record opens in Salesforce. */
  url: z.string().nullable(),
  name: z.string(),
  /** Labels of the fields that change. */
  fields: z.array(z.string()),
  /** Why nothing happens; empty otherwise. */
  reason: z.string(),
});
export type FirstSyncRow = z.infer<typeof FirstSyncRow>;

const Filter = z.object({
  /** The one that it is in, by default. */
  phase: FirstSyncPhase.optional(),
  object: SyncObject.optional(),
  fate: FirstSyncFate.optional(),
});

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
    query: PageQuery.extend(Filter.shape),
    response: pageOf(FirstSyncRow),
  }),
  download: route('GET', '/salesforce/first-sync/rows.csv', {
    summary: 'Download what the complete synchronization would do, or did, as a table.',
    allow: 'salesforce:manage',
    query: Filter,
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

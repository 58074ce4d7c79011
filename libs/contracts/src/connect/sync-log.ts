import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';
import { NamedRecords, SyncChild, SyncObject, SyncValue, SyncWay } from './sync-object.ts';

export const SyncAction = z.enum([
  'created',
  'updated',
  'skipped',
  'conflict',
  'failed',
  'linked',
  'unlinked',
  'tombstone',
]);
export type SyncAction = z.infer<typeof SyncAction>;

/** One thing that the sync did, or did not. */
export const SyncLogEntry = z.object({
  id: Id,
  at: Timestamp,
  direction: SyncWay,
  object: z.union([SyncObject, SyncChild]),
  deskId: Id.nullable(),
  /** As it is called now; null: it is gone. */
  name: z.string().nullable(),
  salesforceId: z.string().nullable(),
  /** To open it there. */
  url: z.string().nullable(),
  action: SyncAction,
  /** The fields that went across, with what they were and are; of a conflict, with the value that gave way and the one that counts. */
  fields: z.array(z.object({ field: z.string(), label: z.string(), before: SyncValue, after: SyncValue })),
  records: NamedRecords,
  /** Of what failed or was skipped; null otherwise. */
  errorCode: z.string().nullable(),
  /** Why, in words; empty: it says itself. */
  detail: z.string(),
});
export type SyncLogEntry = z.infer<typeof SyncLogEntry>;

const filters = {
  direction: SyncWay.optional(),
  object: z.union([SyncObject, SyncChild]).optional(),
  action: SyncAction.optional(),
  /** Together with `object`: the history of one record. */
  deskId: IdParam.optional(),
};

/** How long the history is kept. */
export const SyncLogSettings = z.object({
  keepDays: z.number().int().min(7, 'At least 7 days.').max(365, 'At most 365 days.'),
});
export type SyncLogSettings = z.infer<typeof SyncLogSettings>;

export const salesforceLogApi = {
  list: route('GET', '/salesforce/log', {
    summary: 'Read what the sync did, the latest first.',
    allow: 'salesforce:manage',
    query: PageQuery.extend(filters),
    response: pageOf(SyncLogEntry),
  }),
  settings: route('GET', '/salesforce/log/settings', {
    summary: 'Say how long the history of the sync is kept.',
    allow: 'salesforce:manage',
    response: SyncLogSettings,
  }),
  updateSettings: route('PUT', '/salesforce/log/settings', {
    summary: 'Change how long the history of the sync is kept.',
    allow: 'salesforce:manage',
    body: SyncLogSettings,
    response: SyncLogSettings,
  }),
};

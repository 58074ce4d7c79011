import { z } from 'zod';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { route } from '../route.ts';
import { NamedRecords, SyncObject, SyncRecord, SyncValue } from './sync-object.ts';

/** `open`: nobody has looked yet. `kept`: what won stays. `restored`: what gave way counts after all. `edited`: a third. */
export const ConflictState = z.enum(['open', 'kept', 'restored', 'edited']);
export type ConflictState = z.infer<typeof ConflictState>;

/** A field that both sides changed. One value won at once; nothing waits for a decision. */
export const SyncConflict = z.object({
  id: Id,
  record: SyncRecord,
  field: z.string(),
  label: z.string(),
  /** What both had before. */
  baseValue: SyncValue,
  deskValue: SyncValue,
  salesforceValue: SyncValue,
  /** Salesforce, unless a first link or a way that only goes there says otherwise. */
  wins: z.enum(['desk', 'salesforce']),
  records: NamedRecords,
  deskBy: z.string().nullable(),
  deskAt: Timestamp.nullable(),
  salesforceBy: z.string().nullable(),
  salesforceAt: Timestamp.nullable(),
  state: ConflictState,
  at: Timestamp,
  resolvedBy: z.string().nullable(),
  resolvedAt: Timestamp.nullable(),
});
export type SyncConflict = z.infer<typeof SyncConflict>;

/** Keep what won, restore what gave way, or write another value; the last two are edits of the desk, and go to Salesforce. */
export const ResolveConflict = z.discriminatedUnion('how', [
  z.object({ how: z.literal('keep') }),
  z.object({ how: z.literal('restore') }),
  z.object({ how: z.literal('edit'), value: z.union([z.string().max(32_000), z.boolean(), z.null()]) }),
]);
export type ResolveConflict = z.infer<typeof ResolveConflict>;

export const salesforceConflictsApi = {
  list: route('GET', '/salesforce/conflicts', {
    summary: 'List fields that both sides changed, the latest first.',
    allow: 'salesforce:manage',
    query: PageQuery.extend({
      state: z.enum(['open', 'resolved']).default('open'),
      object: SyncObject.optional(),
    }),
    response: pageOf(SyncConflict),
  }),
  resolve: route('POST', '/salesforce/conflicts/:conflictId/resolve', {
    summary: 'Keep the value that won, restore the one that gave way, or write another one.',
    allow: 'salesforce:manage',
    params: z.object({ conflictId: IdParam }),
    body: ResolveConflict,
    response: SyncConflict,
  }),
};

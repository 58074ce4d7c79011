import { z } from 'zod';
import { Id, Timestamp } from '../ids.ts';
import { PageQuery, pageOf } from '../paging.ts';
import { IdParam } from '../ids.ts';
import { route } from '../route.ts';
import {
  NamedRecords,
  SalesforceId,
  SyncChild,
  SyncObject,
  SyncProblem,
  SyncRecord,
  SyncValue,
} from './sync-object.ts';

/**
 * `pending`: it is on its way to Salesforce for the first time. `ok`. `unlinked`: somebody took the two apart, neither hears
 * of the other. `tombstone_salesforce`, `tombstone_desk`: it was deleted on that side, the other one stays. `error`: nothing
 * of it goes, until what `problem` says is mended.
 */
export const LinkState = z.enum(['pending', 'ok', 'unlinked', 'tombstone_salesforce', 'tombstone_desk', 'error']);
export type LinkState = z.infer<typeof LinkState>;

/** Where a value came from when it last changed, e.g. "Phone: from Salesforce, 10:41". */
export const FieldProvenance = z.object({
  from: z.enum(['desk', 'salesforce']),
  at: Timestamp,
  /** Who changed it there, if known. */
  by: z.string().nullable(),
});
export type FieldProvenance = z.infer<typeof FieldProvenance>;

/** One mapped field of one record. */
export const SyncedField = z.object({
  field: z.string(),
  label: z.string(),
  salesforceField: z.string(),
  /** As both sides last agreed; null there: they have not yet, or it is empty. */
  value: SyncValue,
  provenance: FieldProvenance.nullable(),
  /** It was changed at the desk and waits to go. */
  waiting: z.boolean(),
  problem: SyncProblem.nullable(),
});
export type SyncedField = z.infer<typeof SyncedField>;

/** How one record of the desk is kept in step. */
export const SyncState = z.object({
  record: SyncRecord,
  /** Null: it has never been linked. */
  state: LinkState.nullable(),
  salesforceId: z.string().nullable(),
  /** To open it there. */
  url: z.string().nullable(),
  fields: z.array(SyncedField),
  /** Of the whole record; null: none. */
  problem: SyncProblem.nullable(),
  /** Its conditions keep it back: it stays linked, and nothing of it goes. */
  heldBack: z.boolean(),
  /** Something waits to go to Salesforce. */
  waiting: z.boolean(),
  /** When the desk tries again by itself; null: it does not. */
  retryAt: Timestamp.nullable(),
  syncedAt: Timestamp.nullable(),
  openConflicts: z.number().int(),
});
export type SyncState = z.infer<typeof SyncState>;

/** What linking two records would do to one field. */
export const LinkDifference = z.object({
  field: z.string(),
  label: z.string(),
  deskValue: SyncValue,
  salesforceValue: SyncValue,
  /** Whose value both have afterwards. */
  wins: z.enum(['desk', 'salesforce']),
});
export type LinkDifference = z.infer<typeof LinkDifference>;

export const LinkPreview = z.object({
  salesforceId: SalesforceId,
  /** What it is called there. */
  name: z.string(),
  /** The record of the desk that it is linked to already; null: none. */
  linkedTo: SyncRecord.nullable(),
  differences: z.array(LinkDifference),
  records: NamedRecords,
});
export type LinkPreview = z.infer<typeof LinkPreview>;

/** Records that failed for the same reason. */
export const ProblemGroup = z.object({
  object: SyncObject,
  /** What hangs on the case and failed, such as a post; null: the record itself. */
  child: SyncChild.nullable(),
  code: z.string(),
  kind: z.string(),
  /** The field that it is about; null: the record. */
  field: z.string().nullable(),
  /** What Salesforce said of the latest. */
  message: z.string(),
  count: z.number().int(),
  latestAt: Timestamp,
});
export type ProblemGroup = z.infer<typeof ProblemGroup>;

/** One record that failed. */
export const ProblemRow = z.object({
  record: SyncRecord,
  /** As in {@link ProblemGroup}. */
  child: SyncChild.nullable(),
  salesforceId: z.string().nullable(),
  problem: SyncProblem,
  attempts: z.number().int(),
  at: Timestamp,
  /** When the desk tries again by itself; null: it waits for somebody. */
  retryAt: Timestamp.nullable(),
});
export type ProblemRow = z.infer<typeof ProblemRow>;

const recordParams = z.object({ object: SyncObject, deskId: IdParam });
const groupQuery = z.object({ object: SyncObject.optional(), code: z.string().max(100).optional() });

export const salesforceLinksApi = {
  get: route('GET', '/salesforce/links/:object/:deskId', {
    summary: 'Read how a record is kept in step, with the origin of each value.',
    allow: 'salesforce:view',
    params: recordParams,
    response: SyncState,
  }),
  preview: route('GET', '/salesforce/links/:object/:deskId/preview', {
    summary: 'Say what linking a record to one of Salesforce would change.',
    allow: 'salesforce:manage',
    params: recordParams,
    query: z.object({ salesforceId: SalesforceId.optional() }),
    response: LinkPreview,
  }),
  link: route('POST', '/salesforce/links/:object/:deskId/link', {
    summary: 'Link a record, to the one of Salesforce that it was linked to before or to another one.',
    allow: 'salesforce:manage',
    params: recordParams,
    body: z.object({ salesforceId: SalesforceId.optional() }),
    response: SyncState,
  }),
  unlink: route('POST', '/salesforce/links/:object/:deskId/unlink', {
    summary: 'Take the two records apart; both stay as they are.',
    allow: 'salesforce:manage',
    params: recordParams,
    response: SyncState,
  }),
  recreate: route('POST', '/salesforce/links/:object/:deskId/recreate', {
    summary: 'Make a record anew in Salesforce that was deleted there.',
    allow: 'salesforce:manage',
    params: recordParams,
    response: SyncState,
  }),
  syncNow: route('POST', '/salesforce/links/:object/:deskId/sync', {
    summary: 'Send a record to Salesforce now, whatever its settings say of new records; or try again what failed.',
    allow: 'salesforce:view',
    params: recordParams,
    response: SyncState,
  }),
  problemGroups: route('GET', '/salesforce/problems', {
    summary: 'Count the records that failed, by reason.',
    allow: 'salesforce:manage',
    response: z.object({ items: z.array(ProblemGroup) }),
  }),
  problems: route('GET', '/salesforce/problems/records', {
    summary: 'List the records that failed, the latest first.',
    allow: 'salesforce:manage',
    query: PageQuery.extend(groupQuery.shape),
    response: pageOf(ProblemRow),
  }),
  retry: route('POST', '/salesforce/problems/retry', {
    summary: 'Try again what failed: one record, one reason, one object, or everything.',
    allow: 'salesforce:manage',
    body: groupQuery.extend({ deskId: Id.optional() }),
    response: z.object({ count: z.number().int() }),
  }),
};

/** How the traffic is, for the page of the integration. */
export const SyncTraffic = z.object({
  objects: z.array(
    z.object({
      object: SyncObject,
      linked: z.number().int(),
      /** Wait to go to Salesforce. */
      waiting: z.number().int(),
      failed: z.number().int(),
      openConflicts: z.number().int(),
      /** Up to when changes of Salesforce have been fetched; null: never. */
      fetchedUpTo: Timestamp.nullable(),
      polledAt: Timestamp.nullable(),
    }),
  ),
  /** Seconds since the oldest change waits to go, and since Salesforce was last asked; null: nothing waits, never asked. */
  lagToSalesforce: z.number().nullable(),
  lagToDesk: z.number().nullable(),
  /** Used calls of each hour of the last day, the oldest first. */
  budget: z.array(z.object({ at: Timestamp, used: z.number().int(), limit: z.number().int() })),
  /** Seconds between two questions at the moment; more than 60 when few calls are left. */
  pollEvery: z.number().int(),
  /** What is done without to save calls, e.g. `first-sync`, `polling`; empty: nothing. */
  savesOn: z.array(z.string()),
});
export type SyncTraffic = z.infer<typeof SyncTraffic>;

export const salesforceTrafficApi = {
  get: route('GET', '/salesforce/traffic', {
    summary: 'Read how much is linked, waits and failed, how far both directions are behind, and the calls of the day.',
    allow: 'salesforce:manage',
    response: SyncTraffic,
  }),
};

/** For facts: which record. */
export const SyncedRecord = z.object({ object: SyncObject, deskId: Id });

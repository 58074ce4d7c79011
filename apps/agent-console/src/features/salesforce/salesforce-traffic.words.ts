import type { ConflictState, SyncAction, SyncChild, SyncConflict, SyncObject, SyncWay } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const objects: Record<SyncObject | SyncChild, string> = {
  company: 'Company',
  customer: 'Customer',
  case: 'Case',
  note: 'Note',
  email: 'E-mail',
  activity: 'Activity',
  post: 'Feed post',
};

const ways: Record<SyncWay, string> = { to_salesforce: 'To Salesforce', to_desk: 'To the desk' };

const actions: Record<SyncAction, string> = {
  created: 'Made',
  updated: 'Updated',
  skipped: 'Skipped',
  conflict: 'Conflict',
  failed: 'Failed',
  linked: 'Linked',
  unlinked: 'Unlinked',
  tombstone: 'Deleted there',
};

const conflictStates: Record<ConflictState, string> = {
  open: 'Open',
  kept: 'Kept',
  restored: 'Restored',
  edited: 'Edited',
};

/** By the side whose value counts. */
const conflictDeeds: Record<SyncConflict['wins'], Record<'keep' | 'restore' | 'kept' | 'restored', string>> = {
  salesforce: {
    ...{ keep: 'Keep Salesforce’s', restore: 'Restore ours' },
    ...{ kept: 'Salesforce’s value stays.', restored: 'The desk’s value goes to Salesforce.' },
  },
  desk: {
    ...{ keep: 'Keep ours', restore: 'Take Salesforce’s' },
    ...{ kept: 'The desk’s value stays.', restored: 'Salesforce’s value counts on both sides now.' },
  },
};

/** What the sync does: conflicts, what failed, and the history. */
export const trafficWords = words('salesforce-traffic', {
  objects,
  ways,
  safe: 'Nothing changed.',
  gone: 'a record that is gone',
  more: 'Show more',
  all: 'All',
  open: 'Open in Salesforce',
  notDone: 'That could not be done.',

  traffic: {
    title: 'How it fares',
    linked: 'Linked',
    waiting: 'Waits to go',
    failed: 'Failed',
    conflicts: 'Conflicts',
    toSalesforce: 'To Salesforce behind by',
    toDesk: 'Salesforce last asked',
    every: 'Asked every',
    ago: (length: string) => `${length} ago`,
    nothingWaits: 'nothing waits',
    neverAsked: 'never',
    saves: 'Few calls of the day are left: the desk asks less often and does without what can wait.',
    rests:
      'Next to no calls of the day are left. What remains is for people who look at Salesforce: nothing is sent or fetched until there are more, and nothing is lost.',
    objectsCaption: 'How much is in step',
    loadFailed: 'How the sync fares could not be loaded.',
  },

  calls: {
    caption: (used: string, limit: string, share: string) =>
      `Calls within 24 hours, as Salesforce counts them: ${used} of ${limit} by now (${share})`,
    hour: (hour: string, used: string, limit: string) => `${hour}: ${used} of ${limit} calls`,
    calls: 'Calls',
    limit: 'Limit',
    time: 'Time',
  },

  conflicts: {
    title: 'Conflicts',
    lead: 'Fields that both sides changed. One value counts already; nothing waits for you here.',
    open: 'Open',
    resolved: 'Looked at',
    failed: 'The conflicts could not be loaded.',
    empty: 'No conflict is open.',
    emptyResolved: 'Nobody has looked at one yet.',
    desk: 'Desk',
    salesforce: 'Salesforce',
    before: 'Before',
    by: (name: string) => `by ${name}`,
    counts: 'counts',
    edit: 'Write another…',
    another: (label: string) => `Another value for ${label}`,
    save: 'Save',
    cancel: 'Cancel',
    edited: 'The new value goes to both.',
    deeds: conflictDeeds,
    states: conflictStates,
    was: (state: string, by: string) => `${state} by ${by}`,
  },

  problems: {
    title: 'Failures',
    lead: 'Records that did not go across, by reason. The others go on.',
    failed: 'The failures could not be loaded.',
    empty: 'Nothing has failed.',
    reason: 'Reason',
    records: 'Records',
    latest: 'Latest',
    ofField: (field: string) => `Field ${field}`,
    retry: 'Try again',
    retryOf: (record: string) => `Try again, ${record}`,
    retryAll: 'Try all again',
    retried: (count: number) => (count === 1 ? 'One record is tried again.' : `${count} records are tried again.`),
    attempts: (count: number) => (count < 2 ? 'tried once' : `tried ${count} times`),
    byItself: 'tries again by itself',
    back: 'All reasons',
  },

  history: {
    title: 'History',
    caption: 'What the sync did',
    failed: 'The history could not be loaded.',
    empty: 'Nothing has gone across yet.',
    emptyFilter: 'Nothing like that has happened.',
    clear: 'Show everything',
    when: 'When',
    what: 'What',
    way: 'Direction',
    action: 'Action',
    record: 'Record',
    fields: 'Fields',
    actions,
    object: 'Object',
    keepLabel: 'How long the history is kept',
    keep: (days: number) => `Kept for ${days} days`,
    kept: (days: number) => `The history is kept for ${days} days. What is older goes within a day.`,
    sides: { desk: 'Desk', salesforce: 'Salesforce' },
    anyWay: 'Both directions',
    anyAction: 'Any action',
    anyObject: 'Any object',
  },
});

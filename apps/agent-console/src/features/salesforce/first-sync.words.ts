import type { FirstSyncFate, FirstSyncState } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const states: Record<FirstSyncState, string> = {
  'dry-run': 'Looking',
  previewed: 'Preview',
  running: 'Synchronising',
  waiting: 'Waiting',
  stopped: 'Stopped',
  failed: 'Failed',
  done: 'Done',
};

const fates: Record<FirstSyncFate, string> = {
  'create-in-salesforce': 'Made in Salesforce',
  'create-in-desk': 'Made at the desk',
  match: 'Matched',
  update: 'Updated',
  unchanged: 'In step already',
  ambiguous: 'Ambiguous',
  refused: 'Left alone',
  failed: 'Failed',
};

/** The first sync: what it would do, how far it is, and what it did. */
export const firstSyncWords = words('salesforce-first-sync', {
  title: 'First sync',
  lead: 'Brings together what both sides had before: companies first, then their customers, then cases. A preview shows what would happen; nothing is written by it.',
  states,
  fates,
  loadFailed: 'How far the first sync is could not be loaded.',
  rowsFailed: 'The records could not be loaded.',
  none: 'What both sides had before has not been brought together yet.',
  begin: 'Show what would happen',
  again: 'Look again',
  synchronise: 'Synchronise now',
  goOn: 'Go on',
  stop: 'Stop',
  sure: 'Synchronise now?',
  sureText: (records: string) =>
    `${records} records are made or changed, on both sides. Rules do not run, and nobody gets a mail. It can be stopped and go on later; what is done is not taken back.`,
  dryRunBegun: 'The desk looks at both sides.',
  begun: 'Bringing both sides together.',
  stopped: 'It is stopped, and can go on later.',
  notDone: 'That could not be done.',
  previewed: 'Nothing has been written yet.',
  done: 'Everything is brought together; what changes from now on goes across by itself.',
  problemsAt: 'What Salesforce did not take is under Failures, where it can be tried again.',
  of: (seen: string, total: string) => `${seen} of ${total}`,
  counting: 'not counted yet',
  calls: (count: string) => `${count} calls to Salesforce`,
  counts: 'Records by what happens to them',
  object: 'Object',
  list: 'Record by record',
  listLead: 'Records that are in step already are only counted.',
  record: 'Record',
  fate: { preview: 'What happens', sync: 'What happened' },
  why: 'Fields, or why not',
  anyObject: 'All objects',
  anyFate: 'Everything',
  empty: 'Nothing is to be done.',
  emptyFilter: 'No record is like that.',
  clear: 'Show all',
  download: 'Download',
});

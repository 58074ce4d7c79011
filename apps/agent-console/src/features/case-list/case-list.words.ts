import { words } from '../../language/words.ts';

const empty: Record<string, string | undefined> = {
  inbox: 'Nobody waits for an answer. New mail appears here by itself.',
  mine: 'No case is assigned to you. Take one from the inbox.',
  'my-groups': 'Your groups have no case to work on.',
  unassigned: 'Every case has somebody. New ones appear here by themselves.',
  pending: 'No case waits for a customer.',
  resolved: 'Nothing is resolved yet.',
  snoozed: 'No case sleeps. Snooze one that can wait, and it comes back by itself.',
  spam: 'There is no spam.',
  trash: 'The trash is empty.',
};

/** What the list of cases says. */
export const caseListWords = words('case-list', {
  empty,
  emptyFilter: (conditions: string) => `No case fits this filter now: ${conditions}`,
  list: (filter: string) => `Cases: ${filter}`,
  failed: 'The list of cases could not be loaded.',
  safe: 'Nothing is lost; mail keeps coming in.',
  offline: 'The desk cannot be reached.',
  offlineSafe: 'Everything you wrote is kept in this browser.',
  offlineAdvice: 'Check your connection; the list comes back by itself.',
  showResolved: 'Show what is resolved',
  showInbox: 'Show the inbox',
  news: (count: number) => `${count} new`,
  waiting: 'Waiting since',
  assignedTo: (name: string) => `Assigned to ${name}`,
  deliveryTrouble: 'A reply was not delivered',
  hasLeft: 'No longer in this filter',
  noSubject: '(no subject)',
  loadingMore: 'Loading older cases…',
  end: 'That is all.',
  shortcuts: {
    section: 'List',
    open: 'Go into the case',
    news: 'Show what is new',
  },
});

import type { CaseView } from '@bureau/contracts';

const views: Record<CaseView, string> = {
  inbox: 'Inbox',
  mine: 'Mine',
  unassigned: 'Unassigned',
  pending: 'Pending',
  resolved: 'Resolved',
  all: 'All',
};

const empty: Record<CaseView, string> = {
  inbox: 'Nobody waits for an answer. New mail appears here by itself.',
  mine: 'No case is assigned to you. Take one from the inbox.',
  unassigned: 'Every case has somebody. New ones appear here by themselves.',
  pending: 'No case waits for a customer.',
  resolved: 'Nothing is resolved yet.',
  all: 'There are no cases yet. Write a mail to one of your mailboxes to see the first.',
};

/** What the list of cases says. */
export const caseListWords = {
  views,
  empty,
  list: (view: string) => `Cases: ${view}`,
  failed: 'The list of cases could not be loaded.',
  safe: 'Nothing is lost; mail keeps coming in.',
  offline: 'The desk cannot be reached.',
  offlineSafe: 'Everything you wrote is kept in this browser.',
  offlineAdvice: 'Check your connection; the list comes back by itself.',
  showAll: 'Show all cases',
  showInbox: 'Show the inbox',
  news: (count: number) => `${count} new`,
  waiting: 'Waiting since',
  assignedTo: (name: string) => `Assigned to ${name}`,
  deliveryTrouble: 'A reply was not delivered',
  hasLeft: 'No longer in this view',
  noSubject: '(no subject)',
  loadingMore: 'Loading older cases…',
  end: 'That is all.',
  shortcuts: {
    section: 'List',
    next: 'Next case',
    previous: 'Previous case',
    open: 'Go into the case',
    news: 'Show what is new',
  },
} as const;

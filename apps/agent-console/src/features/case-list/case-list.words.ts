import type { CaseColumn, CaseStatus, Channel, FilterGrouping } from '@bureau/contracts';
import { formatNumber } from '../../language/format.ts';
import { words } from '../../language/words.ts';

const empty: Record<string, string | undefined> = {
  inbox: 'Nobody waits for an answer. New mail appears here by itself.',
  mine: 'No case is assigned to you. Take one from the inbox.',
  'my-groups': 'Your groups have no case to work on.',
  unassigned: 'Every case has somebody. New ones appear here by themselves.',
  pending: 'No case waits for a customer.',
  resolved: 'Nothing is resolved yet.',
  snoozed: 'No case is snoozed. Snooze one that can wait, and it comes back by itself.',
  spam: 'There is no spam.',
  trash: 'The trash is empty.',
};

const statuses: Record<CaseStatus, string> & Record<string, string | undefined> = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  resolved: 'Resolved',
  closed: 'Closed',
};

const channels: Record<Channel, string> & Record<string, string | undefined> = {
  email: 'E-mail',
  phone: 'Phone',
  chat: 'Chat',
  twitter: 'X',
  facebook: 'Facebook',
  qna: 'Q&A',
};

/** Above those that have nothing of what a list is grouped by. */
const without: Record<FilterGrouping, string> = {
  status: 'No status',
  priority: 'No priority',
  channel: 'No channel',
  assignee: 'Unassigned',
  group: 'No group',
  brand: 'No brand',
  company: 'No company',
};

/** Above the columns, where room is short. */
const columns: Record<CaseColumn, string> = {
  status: 'Status',
  priority: 'Priority',
  channel: 'Channel',
  customer: 'Customer',
  company: 'Company',
  assignee: 'Assignee',
  group: 'Group',
  brand: 'Brand',
  labels: 'Labels',
  waitingSince: 'Waiting',
  createdAt: 'Created',
  activeAt: 'Active',
  updatedAt: 'Updated',
  rating: 'Rating',
};

/** What the list of cases says. */
export const caseListWords = words('case-list', {
  empty,
  statuses,
  channels,
  without,
  columns,
  subject: 'Subject',
  emptyFilter: (conditions: string) => `No case fits this filter now: ${conditions}`,
  list: (filter: string) => `Cases: ${filter}`,
  failed: 'The list of cases could not be loaded.',
  safe: 'Nothing is lost; mail keeps coming in.',
  forbidden: 'This filter is not yours to see, or it is gone.',
  offline: 'The desk cannot be reached.',
  offlineSafe: 'Everything you wrote is kept in this browser.',
  offlineAdvice: 'Check your connection; the list comes back by itself.',
  showResolved: 'Show what is resolved',
  showInbox: 'Show the inbox',
  news: (count: number) => `${count} new`,
  priority: (level: number) => `Priority ${level}`,
  count: (cases: number) => formatNumber(cases),
  heading: (name: string, cases: number, isOpen: boolean) =>
    `${name}, ${cases === 1 ? '1 case' : `${formatNumber(cases)} cases`}, ${isOpen ? 'unfolded' : 'folded'}`,
  takenBy: (name: string) => `${name} is working on it`,
  moreLabels: (count: number) => `+${count}`,
  assignedTo: (name: string) => `Assigned to ${name}`,
  deliveryTrouble: 'A reply was not delivered',
  hasLeft: 'No longer in this filter',
  noSubject: '(no subject)',
});

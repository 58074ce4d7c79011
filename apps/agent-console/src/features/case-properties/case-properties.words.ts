import type { CaseStatus } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const statuses: Record<CaseStatus, string> = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  resolved: 'Resolved',
  closed: 'Closed',
};

const statusDetails: Record<CaseStatus, string> = {
  new: 'Nobody has opened it yet.',
  open: 'It is our turn.',
  pending: 'It waits for the customer.',
  resolved: 'Done, until the customer answers.',
  closed: 'Done for good.',
};

/** What the head of a case says. */
export const propertiesWords = words('case-properties', {
  properties: 'Properties of the case',
  statuses,
  statusDetails,
  status: 'Status',
  priority: 'Priority',
  priorityLevel: (level: number) => `Priority ${level}`,
  group: 'Group',
  assignee: 'Assignee',
  setStatus: 'Set the status',
  setPriority: 'Set the priority',
  setGroup: 'Give it to a group',
  setAssignee: 'Give it to somebody',
  noGroup: 'No group',
  nobody: 'Nobody',
  unassigned: 'Unassigned',
  me: (name: string) => `${name} (me)`,
  available: 'available',
  away: 'away',
  inGroup: (name: string) => `In ${name}`,
  others: 'Everybody else',
  members: (count: number, available: number) =>
    `${count === 1 ? '1 person' : `${count} people`}, ${available} available`,
  highest: 'highest',
  lowest: 'lowest',
  subject: 'Subject',
  noSubject: '(no subject)',
  subjectMissing: 'Write a subject.',
  said: {
    status: (status: string) => `Status is now ${status}.`,
    priority: (level: number) => `Priority is now ${level}.`,
    group: (name: string) => `Group is now ${name}.`,
    assignee: (name: string) => `Assigned to ${name}.`,
    unassigned: 'Assigned to nobody.',
    noGroup: 'Belongs to no group.',
    subject: 'Subject changed.',
  },
  labels: {
    title: 'Labels',
    add: 'Label',
    find: 'Find or make a label',
    findOnly: 'Find a label',
    make: (name: string) => `Make the label “${name}”`,
    added: (name: string) => `Labelled ${name}.`,
    removed: (name: string) => `No longer labelled ${name}.`,
    on: 'On this case',
    all: 'All labels',
  },
  shortcuts: {
    section: 'Case',
    resolve: 'Resolve, or reopen',
    assign: 'Assign',
    assignMe: 'Assign to me',
    status: 'Set the status',
    priority: 'Set the priority',
    group: 'Set the group',
    label: 'Label',
    subject: 'Change the subject',
  },
});

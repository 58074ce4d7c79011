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
  noGroup: 'No group',
  nobody: 'Nobody',
  unassigned: 'Unassigned',
  me: (name: string) => `${name} (me)`,
  highest: 'highest',
  lowest: 'lowest',
  said: {
    status: (status: string) => `Status is now ${status}.`,
    priority: (level: number) => `Priority is now ${level}.`,
    group: (name: string) => `Group is now ${name}.`,
    assignee: (name: string) => `Assigned to ${name}.`,
    unassigned: 'Assigned to nobody.',
    noGroup: 'Belongs to no group.',
  },
  labels: {
    title: 'Labels',
    add: 'Label',
    find: 'Find a label',
    leave: 'Done',
    make: (name: string) => `Make the label “${name}”`,
    added: (name: string) => `Labelled ${name}.`,
    removed: (name: string) => `No longer labelled ${name}.`,
  },
  failed: 'Not changed.',
  retry: 'Try again',
  shortcuts: {
    section: 'Case',
    resolve: 'Resolve, or reopen',
    assign: 'Assign',
    status: 'Set the status',
  },
});

import type { CaseStatus } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const statuses: Record<CaseStatus, string> = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  resolved: 'Resolved',
  closed: 'Closed',
};

/** What is said when a case is changed, refused, or was changed by a colleague meanwhile. */
export const changeWords = words('change-case', {
  failed: 'Not changed.',
  retry: 'Try again',
  offline: 'The desk cannot be reached. What you see is as it was before.',
  frozen: {
    closed: 'This case is closed for good. What the customer writes next opens a new one.',
    merged: (caseId: number) => `This case was merged into #${caseId}; change that one.`,
    deleted: 'This case is in the trash. Restore it to change it.',
    locked: (name: string) => `${name} is working on this case. Take it over, or wait until it is free.`,
    forbidden: 'Your role does not allow to change cases; ask an administrator.',
  },
  meanwhile: (who: string, field: string, value: string) =>
    `${who} set ${field} to ${value} meanwhile; yours came after.`,
  meanwhileOther: (who: string, field: string) => `${who} changed ${field} meanwhile; yours came after.`,
  a: 'A colleague',
  fields: {
    status: 'the status',
    priority: 'the priority',
    assignee: 'the assignee',
    group: 'the group',
    subject: 'the subject',
    labelIds: 'the labels',
    snooze: 'the snooze',
    spam: 'the spam mark',
  },
  aField: 'a field',
  nobody: 'nobody',
  statuses,
});

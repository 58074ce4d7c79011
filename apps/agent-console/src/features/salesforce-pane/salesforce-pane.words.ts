import type { LinkState } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const states: Record<LinkState, string> = {
  pending: 'On its way',
  ok: 'In step',
  unlinked: 'Taken apart',
  tombstone_salesforce: 'Deleted in Salesforce',
  tombstone_desk: 'Deleted at the desk',
  error: 'Did not go across',
};

/** What Salesforce knows around a case, and how the case is kept in step. */
export const salesforcePaneWords = words('salesforce-pane', {
  title: 'Salesforce',
  refresh: 'Ask Salesforce again',
  open: (name: string) => `Open ${name} in Salesforce`,
  failed: 'Salesforce could not be asked.',
  again: 'Try again',
  nothing: 'Salesforce has nothing to show here.',
  more: 'There are more in Salesforce.',
  yes: 'yes',
  no: 'no',
  states,
  notLinked: 'Not linked',
  waiting: 'changes wait to go',
  heldBack: 'its conditions keep it back',
  retries: 'the desk tries again by itself',
  conflicts: (count: number) => (count === 1 ? 'one conflict' : `${count} conflicts`),
  fields: 'Where values came from',
  from: { desk: 'from the desk', salesforce: 'from Salesforce' },
  by: (name: string) => `by ${name}`,
  never: 'not yet',
  sync: 'Send now',
  unlink: 'Take apart',
  link: 'Link again…',
  recreate: 'Make anew in Salesforce',
  deeds: 'What can be done with the link',
  linkAgain: {
    title: 'Link the two again?',
    lead: (name: string) => `Here and in “${name}” in Salesforce it says something else. Both will have what stays.`,
    same: (name: string) => `“${name}” in Salesforce says the same: nothing changes on either side.`,
    salesforce: 'Salesforce',
    desk: 'Desk',
    stays: 'stays',
    cancel: 'Cancel',
    confirm: 'Link',
  },
  done: 'Done.',
  notDone: 'That could not be done.',
});

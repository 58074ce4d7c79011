import type { AttentionId, ChecklistItemId } from '@bureau/contracts';
import { formatNumber, plural } from '../../language/format.ts';
import { words } from '../../language/words.ts';

interface ItemWords {
  title: string;
  /** Why, or what to do, while it is not done. */
  todo: string;
  /** What was found, once it is. */
  done: (found: string) => string;
  go: string;
}

const items: Record<ChecklistItemId, ItemWords> = {
  site: {
    title: 'Name the company and its time zone',
    todo: 'Templates say the name; days and times go by the zone.',
    done: (found) => found,
    go: 'Open the site settings',
  },
  mailbox: {
    title: 'Connect a mailbox',
    todo: 'Customers write to it, and answers leave from it.',
    done: (found) => found,
    go: 'Open the mailboxes',
  },
  'mail-in': {
    title: 'Receive a mail',
    todo: 'Write to the mailbox from your own address: the tick comes when the mail is here.',
    done: (found) => `To ${found}`,
    go: 'Open the intake',
  },
  'outbound-server': {
    title: 'Reach the server for outgoing mail',
    todo: 'It does not answer:',
    done: (found) => found,
    go: 'Open the mailboxes',
  },
  'mail-out': {
    title: 'Deliver an answer',
    todo: 'Answer a case: the tick comes when the receiving server has taken the mail.',
    done: (found) => `To ${found}`,
    go: 'Open the cases',
  },
  'second-factor': {
    title: 'Protect the first administrator with a second factor',
    todo: 'Whoever guesses that password has the whole desk.',
    done: (found) => found,
    go: 'Open your account',
  },
  colleague: {
    title: 'Bring in a colleague',
    todo: 'Two people who may sign in, so that nobody is locked out alone.',
    done: (found) => `${found} has joined`,
    go: 'Open the users',
  },
  group: {
    title: 'Form a group',
    todo: 'Cases go to groups; a group needs members.',
    done: (found) => found,
    go: 'Open the groups',
  },
  filter: {
    title: 'Save a filter of your own',
    todo: 'The lists that your desk works by, such as what waits too long.',
    done: (found) => found,
    go: 'Open the filters',
  },
  'business-hours': {
    title: 'Say when you are open',
    todo: 'Rules and filters go by it: until then, Monday to Friday from nine to five.',
    done: (found) => found,
    go: 'Open the business hours',
  },
  secret: {
    title: 'Keep the secret of this installation yourself',
    todo: 'BUREAU_SECRET is not set: the key lies beside the data, and a backup of one without the other cannot be read.',
    done: () => 'BUREAU_SECRET is set',
    go: '',
  },
};

const attention: Record<AttentionId, (count: number) => string> = {
  mailboxes: (count) =>
    plural(count, { one: '1 mailbox in trouble', other: `${formatNumber(count)} mailboxes in trouble` }),
  'social-accounts': (count) =>
    plural(count, {
      one: '1 social account in trouble',
      other: `${formatNumber(count)} social accounts in trouble`,
    }),
  deliveries: (count) =>
    plural(count, { one: '1 message did not arrive', other: `${formatNumber(count)} messages did not arrive` }),
  intake: (count) =>
    plural(count, { one: '1 mail waits for a decision', other: `${formatNumber(count)} mails wait for a decision` }),
  'system-log': (count) =>
    plural(count, { one: '1 error this week', other: `${formatNumber(count)} errors this week` }),
};

export const checklistWords = words('checklist', {
  title: 'Before the first customer writes',
  lead: 'Each tick is looked up in what has happened on this desk.',
  progress: (done: number, all: number) => `${done} of ${all} done`,
  done: 'Done',
  open: 'Not done yet',
  items,
  dismiss: 'Hide for everybody',
  dismissed: 'The checklist is hidden for everybody.',
  notDismissed: 'The checklist could not be changed.',
  show: 'Show the checklist again',
  failed: 'The checklist could not be loaded.',
  safe: 'Nothing has changed.',
  attention: {
    title: 'Needs attention',
    none: 'Nothing needs you: mail comes and goes, and the log is quiet.',
    failed: 'What needs attention could not be loaded.',
    count: attention,
  },
});

import type { SystemLogLevel } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const levels: Record<SystemLogLevel | 'all', string> = {
  all: 'Everything',
  info: 'Information',
  warning: 'Warnings',
  error: 'Errors',
};
const levelWords: Record<SystemLogLevel, string> = { info: 'Information', warning: 'Warning', error: 'Error' };

/** What the system log says. */
export const systemLogWords = words('system-log', {
  title: 'System log',
  about:
    'What an administrator must know: failed deliveries, broken mailboxes and accounts, mail that could not be read, rules that were switched off.',
  list: 'Entries, the newest first',
  levels,
  levelWords,
  level: 'Level',
  part: 'Part of the desk',
  parts: {
    all: 'Every part',
    mailbox: 'Mailboxes',
    delivery: 'Deliveries',
    intake: 'Intake',
    social: 'X and Facebook',
    acknowledgement: 'Acknowledgements',
    notice: 'The desk’s own mail',
    rules: 'Rules',
    webhooks: 'Webhooks',
  },
  markSeen: 'Mark as seen',
  seen: 'The log is marked as seen.',
  notSeen: 'Not marked as seen.',
  toMailbox: 'Open the mailbox',
  toAccount: 'Open the account',
  toRule: 'Open the rule',
  toWebhook: 'Open the webhook',
  toDeliveries: 'Look at the deliveries',
  toIntake: 'Open the mail',
  toCase: (id: number) => `Open case #${id}`,
  details: 'Details',
  empty: 'Nothing to report. Trouble with mail, mailboxes and rules will appear here.',
  emptyFilter: 'Nothing of this kind.',
  clear: 'Show everything',
  failed: 'The system log could not be loaded.',
  safe: 'The desk keeps writing it.',
  more: 'Show older entries',
});

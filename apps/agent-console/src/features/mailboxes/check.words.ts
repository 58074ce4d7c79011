import type { CheckStep, CheckStepName } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const imapSteps: Record<CheckStepName, string> = {
  name: 'The server’s name is known',
  connect: 'The server answers',
  encryption: 'The connection is encrypted',
  'sign-in': 'The sign-in works',
  folder: 'The folder opens',
  sender: '',
};
const smtpSteps: Record<CheckStepName, string> = {
  ...imapSteps,
  folder: '',
  sender: 'The server accepts the sender',
};
const states: Record<CheckStep['state'], string> = {
  ok: 'Works',
  warning: 'Works, with a warning',
  failed: 'Failed',
  skipped: 'Not needed or not reached',
};

/** What a check of mail servers says. The desk writes its findings in English. */
export const checkWords = words('mailbox-check', {
  title: { imap: 'Check of the incoming server', smtp: 'Check of the outgoing server' },
  begin: { imap: 'Check the way in', smtp: 'Check the way out' },
  steps: { imap: imapSteps, smtp: smtpSteps },
  states,
  took: (milliseconds: string) => `${milliseconds} ms`,
  passed: 'Everything works.',
  failed: 'It does not work yet.',
  finding: (step: CheckStep) => step.message,
});

import { formatNumber, plural } from '../../../language/format.ts';
import { words } from '../../../language/words.ts';

/** What the way to a new mailbox says. */
export const wizardWords = words('connect-mailbox', {
  title: 'Add a mailbox',
  lead: 'Each way is tried before anything depends on it. You can leave and come back; passwords are written again.',
  trail: 'Steps',
  places: { address: 'Address', in: 'Way in', import: 'Import', out: 'Way out', done: 'Add' },
  restart: 'Start over',
  next: 'Continue',
  back: 'Back',
  anyway: 'Continue anyway',
  checkAgain: 'Check again',
  create: 'Add mailbox',
  addressHelp: 'The address that your customers write to.',
  taken: 'Another mailbox already has this address.',
  filled: (provider: string) => `The servers of ${provider} are filled in.`,
  appPassword: (provider: string) =>
    `The servers of ${provider} are filled in. It wants an app password: make one in the security settings of the account.`,
  guessed: 'The names of the servers are a guess from the address. The check tells whether they are right.',
  writePassword: 'Write the password.',
  samePassword: 'Without a password here, the one of the way in is used.',
  receive: {
    lead: 'Mail must be led to this desk. Do one of these where the address is kept:',
    forward: (address: string) => `Let the provider forward everything that comes to ${address} to this desk.`,
    mx: 'Or point the MX record of the domain to the mail server of this desk.',
  },
  import: {
    label: 'What of it becomes cases?',
    nothing: 'Nothing',
    nothingMeans: 'Only what comes from now on.',
    days: (days: string) => `The last ${days} days`,
    everything: 'Everything',
    mails: (count: number) => `${formatNumber(count)} ${plural(count, { one: 'mail', other: 'mails' })}`,
    silent: 'Imported mail is never answered automatically. The mailbox keeps it; nothing is moved or marked as read.',
    unknown: 'The folder was not checked, so nobody knows how much mail is in it.',
    none: (folder: string) => `${folder} is empty.`,
    found: (mails: string, folder: string, since: string) => `${folder} holds ${mails}, the oldest from ${since}.`,
  },
});

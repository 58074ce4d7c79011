import type { MailboxState } from '@bureau/contracts';
import { formatNumber, plural } from '../../language/format.ts';
import { words } from '../../language/words.ts';

const counted = (one: string, other: string) => (count: number) =>
  `${formatNumber(count)} ${plural(count, { one, other })}`;
const mailboxStates: Record<MailboxState, string> = {
  ok: 'Works',
  connecting: 'Connecting',
  trouble: 'Trouble',
  paused: 'Paused',
};

/** What the brand pages say. */
export const brandWords = words('brands', {
  title: 'Brands',
  one: 'Brand',
  lead: 'The faces that your company shows: each has its mailboxes, its signature and the people who serve it.',
  pageLead: 'What customers of this brand see, and who answers them.',
  caption: 'Brands and what belongs to them',
  name: 'Name',
  nameHelp: 'Customers read it beside the name of whoever answers.',
  slug: 'Slug',
  slugHelp: 'The word for it in addresses of its support center.',
  signature: 'Signature',
  signatureHelp:
    'Plain text below every answer. Placeholders such as {{current_user.name}} are filled in when it leaves.',
  preview: 'As customers see it',
  sampleAnswer: 'Hello Ana, the new seal is on its way to you.',
  noSignature: 'Without a signature, an answer ends with its last word.',
  mailboxes: 'Mailboxes',
  mailboxesLead: 'The addresses that customers of this brand write to.',
  mailboxesFailed: 'The mailboxes could not be loaded.',
  mailboxStates,
  addMailbox: 'Add a mailbox',
  noMailbox: 'None yet',
  noMailboxYet: 'This brand has no mailbox yet, so nobody can write to it by e-mail.',
  mailboxCount: counted('mailbox', 'mailboxes'),
  default: 'Default mailbox',
  defaultHelp: 'Answers leave from it where a case came to no mailbox, such as one after a telephone call.',
  defaultSaved: 'The default mailbox is saved.',
  firstMailbox: (address: string) => `The first one (${address})`,
  notSaved: 'That was not saved.',
  served: 'Served by',
  servedLead: 'Who serves a brand is set at the user or the group.',
  servedByAll: 'Everybody whose role sees all brands',
  servedByAllLong: 'Nobody is assigned to this brand alone: everybody whose role sees all brands serves it.',
  groupCount: counted('group', 'groups'),
  userCount: counted('user', 'users'),
  group: 'Group',
  user: 'User',
  center: 'Support center',
  centerLead: 'Host names, languages, colour and logo, the theme and its texts.',
  toCenter: 'Set it up',
  changed: 'Changed',
  add: 'Add brand',
  addTitle: 'Add a brand',
  addLead: 'Its mailboxes and the people who serve it follow on its page.',
  added: (name: string) => `${name} is added.`,
  cancel: 'Cancel',
  empty: 'There is no brand yet. Add the name that your customers know.',
  failed: 'The brands could not be loaded.',
  oneFailed: 'This brand could not be loaded.',
  safe: 'Nothing of them is lost.',
  remove: {
    title: 'Delete',
    lead: 'Only a brand without cases and mailboxes can be deleted.',
    begin: 'Delete brand',
    question: (name: string) => `Delete ${name}?`,
    losses: ['Its names and its signature', 'Who serves it'],
    confirm: 'Delete brand',
    removed: (name: string) => `${name} is deleted.`,
    held: (name: string) => `${name} cannot be deleted`,
    heldMeans:
      'Cases keep their brand for good, and mailboxes must be deleted first. To stop its mail, pause its mailboxes.',
    understood: 'Close',
  },
});

import type { Channel } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const channels: Record<Channel, string> = {
  email: 'E-mail',
  phone: 'Phone',
  chat: 'Chat',
  twitter: 'X',
  facebook: 'Facebook',
  qna: 'Question',
};

/** What the context of a case says about the case itself. */
export const fieldsWords = words('case-fields', {
  fields: 'Fields',
  failed: 'The fields could not be loaded.',
  safe: 'The case and your draft are safe.',
  set: (label: string) => `Set ${label}`,
  empty: 'Not set',
  none: 'Nothing',
  yes: 'Yes',
  no: 'No',
  inactive: 'No longer in use; the value stays.',
  gone: 'no longer offered',
  notANumber: 'Write a whole number, such as 42.',
  notADate: 'Write a day, such as 2026-03-09.',
  changed: (label: string, value: string) => `${label} is now ${value}.`,
  cleared: (label: string) => `${label} is empty now.`,
  hint: 'Enter saves, Esc brings back what was there.',
  shortcut: { section: 'Case', first: 'Go to the fields of the case' },
  facts: 'Case',
  brand: 'Brand',
  channel: 'Channel',
  channels,
  mailbox: 'Mailbox',
  opened: 'Opened',
  answered: 'First answer',
  answeredLast: 'Latest answer',
  notAnswered: 'none yet',
  resolved: 'Resolved',
  externalId: 'External id',
  continues: 'Continues',
  followers: 'Followers',
  noFollowers: 'Nobody follows this case.',
  files: 'Files',
  allFiles: (count: number) => `Show all ${count}`,
  filesFailed: 'The files could not be loaded.',
  erased: 'erased',
});

import type { ActionType } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const irrevocable: Partial<Record<ActionType, string>> = {
  'quick-reply': 'the reply that was sent',
  'send-email': 'the mail that was sent',
  acknowledge: 'the acknowledgement',
  'send-survey': 'the survey that was sent',
  'call-webhook': 'the call of the webhook',
  'post-to-chatter': 'the post to Chatter',
  'sync-case': 'the case in Salesforce',
  'sync-customer': 'the customer in Salesforce',
};

const fields: Record<string, string> = {
  status: 'status',
  priority: 'priority',
  assigneeId: 'assigned user',
  groupId: 'group',
  subject: 'subject',
  description: 'description',
  language: 'language',
  brandId: 'brand',
  mailboxId: 'mailbox',
  labelIds: 'labels',
  snooze: 'snooze',
  spam: 'spam mark',
  deleted: 'trash',
  followerIds: 'followers',
};

/** What is said when macros are chosen, shown and applied. */
export const macroWords = words('macros', {
  section: 'Macros',
  applied: (names: string) => `Applied ${names}.`,
  undone: (names: string) => `Took ${names} back.`,
  failed: (names: string) => `${names} was not applied.`,
  undoFailed: (names: string) => `${names} was not taken back.`,
  again: 'Try again',
  offline: 'The desk cannot be reached. The case is as it was before.',
  movedOn: 'The customer or a colleague was faster. Look at what is new, then try again.',
  locked: (name: string) => `${name} is working on this case. Take it over, or wait until it is free.`,
  leftOut: (what: string, why: string | null) => `Left out: ${what}${why === null ? '' : ` – ${why}`}`,
  missing: (names: string) => `No value for ${names}: the text has a gap there.`,
  kept: (names: string) => `Changed since, and kept: ${names}.`,
  stays: (names: string) => `Cannot be taken back: ${names}.`,
  notesKept: (count: number): string =>
    count === 1 ? 'A note was changed since, and stays.' : 'Some notes were changed since, and stay.',
  irrevocable,
  fields,
  preview: {
    title: 'What would happen',
    reply: 'In the reply',
    subject: (subject: string) => `Subject: ${subject}`,
    note: 'As a note',
    mail: (to: string) => `As a mail to ${to}`,
    mailToNobody: 'As a mail',
    plain: 'Without formatting, for X and chat',
    nothing: 'Nothing would change.',
    changes: 'Changes',
    refused: 'Left out',
    unchanged: 'no change',
    failed: 'The preview could not be loaded.',
    safe: 'Nothing was changed.',
    working: 'Trying it out…',
  },
});

/** What a field of the history is called; a custom field goes by its key. */
export function fieldName(field: string): string {
  return Object.hasOwn(macroWords.fields, field)
    ? (macroWords.fields[field] ?? field)
    : field.replace('customFields.', '');
}

/** What cannot be taken back, as a thing. */
export function irrevocableName(type: string): string {
  const names: Readonly<Record<string, string | undefined>> = macroWords.irrevocable;
  return Object.hasOwn(names, type) ? (names[type] ?? type) : type;
}

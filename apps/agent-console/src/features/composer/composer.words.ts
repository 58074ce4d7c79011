import type { SavingState } from './draft-store.ts';
import { words } from '../../language/words.ts';

export type ReplyStatus = 'open' | 'pending' | 'resolved';

const saving: Record<SavingState, string> = {
  untouched: '',
  saving: 'Saving draft…',
  saved: 'Draft saved',
  'kept-here': 'Offline: kept in this browser',
};

const send: Record<ReplyStatus, string> = {
  open: 'Send',
  pending: 'Send and pending',
  resolved: 'Send and resolve',
};

const sendDetails: Record<ReplyStatus, string> = {
  open: 'The case stays open.',
  pending: 'The case waits for the customer.',
  resolved: 'The case is done until the customer answers.',
};

/** What the composer says. */
export const composerWords = words('composer', {
  region: 'Reply',
  modes: { label: 'What to write', reply: 'Reply', note: 'Note' },
  note: {
    region: 'Note',
    placeholder: 'Write a note for your colleagues. @ names one of them.',
    add: 'Add note',
    adding: 'Adding…',
    discard: 'Discard note',
    discarded: 'Note discarded.',
    failed: 'Not added.',
    offline: 'The desk cannot be reached. Your note is safe in this browser.',
    retry: 'Try again',
    internal: 'No customer ever reads this.',
  },
  editor: 'Your reply',
  placeholder: (name: string) => `Write to ${name}…`,
  startWriting: (name: string) => `Reply to ${name}`,
  to: 'To',
  noAddress: 'This customer has no e-mail address to write to.',
  closedCase: 'This case is closed for good. A new mail from the customer opens a new case.',
  cc: 'Cc',
  addCc: 'Add cc',
  ccAddress: 'Address of a copy',
  ccInvalid: 'Write an e-mail address such as ana@example.com.',
  saving,
  send,
  sendDetails,
  sendMenu: 'Other ways to send',
  sending: 'Sending…',
  discard: 'Discard draft',
  discarded: 'Draft discarded.',
  attach: 'Attach files',
  dropHere: 'Drop files to attach them',
  uploading: (percent: number) => `${percent} %`,
  uploadFailed: 'Not attached: the desk could not be reached.',
  retryUpload: 'Try again',
  removeFile: (name: string) => `Remove ${name}`,
  waitForUploads: 'Wait until the files are attached, or remove them.',
  tools: 'Formatting',
  bold: 'Bold',
  italic: 'Italic',
  bulletList: 'List',
  orderedList: 'Numbered list',
  quote: 'Quote',
  code: 'Code',
  link: 'Link',
  linkAddress: 'Address of the link',
  setLink: 'Set link',
  removeLink: 'Remove link',
  early: 'Begin to write',
  shortcuts: { section: 'Reply', reply: 'Write a reply', note: 'Write an internal note', send: 'Send the reply' },
  sent: (seconds: number) => (seconds > 0 ? `Sent in ${seconds} s` : 'Sent'),
  undo: 'Undo',
  undone: 'Taken back. Your text is a draft again.',
  undoTooLate: 'Too late to undo: the message is on its way.',
  undoFailed: 'Could not be taken back.',
  failed: {
    title: 'Not sent.',
    offline: 'The desk cannot be reached. Your text is safe in this browser.',
    retry: 'Try again',
    alreadySent: 'An earlier version of this reply has already been sent.',
    sendAnother: 'Send this as another reply',
  },
  conflict: {
    title: 'Not sent: somebody was faster.',
    newsTitle: (names: string) => `${names} acted while you were writing.`,
    safe: 'Your text is safe. Read what is new, then decide:',
    sendAnyway: 'Send anyway',
    merge: 'Merge into draft',
    keepWriting: 'Keep writing',
    discard: 'Discard my reply',
    changedCase: 'changed the case',
    wrote: (date: string, name: string) => `${date}, ${name} wrote:`,
  },
});

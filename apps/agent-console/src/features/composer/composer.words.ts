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

const only: Record<ReplyStatus, string> = {
  open: 'Only set to open',
  pending: 'Only set to pending',
  resolved: 'Only resolve',
};

/** What the composer says. */
export const composerWords = words('composer', {
  region: 'Reply',
  modes: { label: 'What to write', reply: 'Reply', note: 'Note', forward: 'Forward' },
  note: {
    region: 'Note',
    placeholder: 'Write a note for your colleagues. @ names one of them.',
    add: 'Add note',
    discard: 'Discard note',
    discarded: 'Note discarded.',
    failed: 'Not added.',
    offline: 'The desk could not be reached. Your note is safe in this browser.',
    retry: 'Try again',
    internal: 'No customer ever reads this.',
  },
  editor: 'Your reply',
  placeholder: (name: string) => `Write to ${name}…`,
  forwardPlaceholder: 'Say why you forward it…',
  to: 'To',
  noAddress: 'This customer has no e-mail address to write to. You can forward the case, or write a note.',
  closedCase: 'This case is closed for good. A new mail from the customer opens a new case.',
  inTrash: 'This case is in the trash. Restore it to answer; what you wrote is kept.',
  restore: 'Restore',
  cc: 'Cc',
  bcc: 'Bcc',
  subject: 'Subject (leave it empty to keep it)',
  changeRecipients: 'Change',
  noAddressOf: (written: string) => `“${written}” is no e-mail address.`,
  invalid: (written: readonly string[]) =>
    written.length === 1
      ? `“${written[0]}” is no e-mail address. Correct or remove it to send.`
      : `${written.map((one) => `“${one}”`).join(', ')} are no e-mail addresses. Correct or remove them to send.`,
  leftOut: (addresses: readonly string[]) =>
    `Not copied, because only a mail of an unproven sender names them: ${addresses.join(', ')}.`,
  takeIn: 'Copy them anyway',
  signature: 'Signature below your words',
  forward: {
    region: 'Forward',
    send: 'Forward',
    choose: 'What to forward',
    whole: 'The whole conversation',
    some: (count: number) => (count === 1 ? '1 message' : `${count} messages`),
    withFiles: 'With files',
    unseen: 'The customer sees none of this.',
  },
  gaps: (names: string) => `No value for ${names}: the text has a gap there. Look at it before you send.`,
  slash: {
    label: 'Macros and articles',
    articles: 'Articles',
    internal: 'Internal',
    hint: 'Enter takes it, Esc leaves the text as it is.',
    looking: 'Looking…',
    nothing: (typed: string) => `Nothing fits “${typed}”.`,
  },
  replacing: {
    note: 'This takes the place of the message that was not delivered.',
    stop: 'Send it beside it',
  },
  editFailed: 'The message could not be brought back.',
  gap: {
    left: (names: string, count: number) =>
      count === 1 ? `No value for ${names}: fill the gap.` : `No value for ${names}: fill the ${count} gaps.`,
    next: 'Next gap',
    title: (count: number) => (count === 1 ? 'Send with a gap?' : `Send with ${count} gaps?`),
    why: (names: string) => `No value was found for ${names}. The customer reads nothing there.`,
    yes: 'Send it',
    no: (count: number): string => (count === 1 ? 'Fill the gap' : 'Fill the gaps'),
  },
  short: {
    title: (text: string) => `Send only “${text}”?`,
    why: 'You asked to be asked before very short replies leave.',
    yes: 'Send it',
    no: 'Keep writing',
  },
  saving,
  send,
  sendDetails,
  only,
  onlyDetail: 'Without a message. What you wrote stays a draft.',
  updated: { open: 'The case is open.', pending: 'The case is pending.', resolved: 'The case is resolved.' },
  notUpdated: 'The status was not changed.',
  sendMenu: 'Other ways to send',
  sending: 'Sending…',
  discard: 'Discard draft',
  discarded: 'Draft discarded.',
  attach: 'Attach files',
  dropHere: 'Drop files to attach them',
  uploading: (percent: number) => `${percent} %`,
  uploads: {
    unreachable: 'Not attached: the desk could not be reached.',
    tooLarge: (size: string, limit: string) => `Not attached: it has ${size}, and a file may have ${limit} at most.`,
  },
  files: 'Files',
  uploadingFile: (name: string) => `${name} is on its way`,
  stopUpload: (name: string) => `Stop ${name}`,
  muchToCarry: (size: string) => `Together ${size}: many mail servers refuse as much. Consider a link instead.`,
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
  undoWriting: 'Undo typing',
  redoWriting: 'Redo typing',
  link: 'Link',
  early: 'Begin to write',
  shortcuts: {
    section: 'Reply',
    reply: 'Write a reply',
    note: 'Write an internal note',
    forward: 'Forward to somebody else',
    send: 'Send',
    chooseSend: 'Choose how to send',
    link: 'Put a link on the words',
    nextGap: 'Go to the next gap of a macro',
  },
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
    locked: (name: string) => `${name} is working on this case. Your text is safe.`,
    lockedWait: (name: string) =>
      `${name} is working on this case. Your text is safe as a draft; send it when the case is free.`,
    takeOver: 'Take over and send',
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

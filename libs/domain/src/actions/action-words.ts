import type { Action, ActionOf, ActionType, CaseStatus, MailRecipient } from '@bureau/contracts';
import { beginning } from './beginning.ts';

/** What actions can name by an id. */
export type ActionReference = 'user' | 'group' | 'brand' | 'webhook' | 'article';

/** What ids and keys are called, in the reader's language. */
export interface SaidNames {
  /** Of what is gone, words that say so. */
  name: (to: ActionReference, id: number) => string;
  /** A custom field of cases. */
  field: (key: string) => string;
}

/** How any action is said; as a method, so that what says one kind can stand for it. */
export type ActionSentence = { say(action: Action, names: SaidNames): string }['say'];

/** A sentence for each kind of action. */
export type ActionSentences = {
  // A method takes the one kind that its key says; it is found by that key alone.
  readonly [T in ActionType]: { say(action: ActionOf<T>, names: SaidNames): string }['say'];
};

/** The words of a language in which actions are read out. */
export interface ActionWords {
  sentences: ActionSentences;
  gone: (to: ActionReference, id: number) => string;
}

const QUOTES = ['«', '»'] as const;
const STATUSES: Readonly<Record<CaseStatus, string>> = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  resolved: 'Resolved',
  closed: 'Closed',
};
const list = (labels: readonly string[]) => labels.join(', ');

function recipient(to: MailRecipient, names: SaidNames): string {
  switch (to.to) {
    case 'customer':
      return 'the customer';
    case 'assignee':
      return 'whoever is assigned';
    case 'group':
      return `everybody in ${names.name('group', to.groupId)}`;
    case 'user':
      return names.name('user', to.userId);
    case 'address':
      return to.address;
  }
}

const ASSIGNED_BY = {
  'round-robin': 'in turn',
  'least-busy': 'by who has the fewest cases',
  'last-handler': 'to whoever answered this customer last',
} as const;

function fieldValues(values: ActionOf<'set-custom-fields'>['values'], names: SaidNames): string {
  return Object.entries(values)
    .map(([key, value]) =>
      value === null || value === '' ? `clear ${names.field(key)}` : `set ${names.field(key)} to ${valueOf(value)}`,
    )
    .join(', ');
}

function valueOf(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'number' ? `${value}` : beginning(value, QUOTES);
}

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export const ENGLISH_ACTIONS: ActionWords = {
  gone: (to, id) => `a deleted ${to} (${id})`,
  sentences: {
    'set-status': ({ status }) => `Set status to ${STATUSES[status]}`,
    'set-priority': ({ priority }) => `Set priority to ${priority}`,
    'change-priority': ({ by }) => (by < 0 ? `Lower priority by ${-by}` : `Raise priority by ${by}`),
    'set-group': ({ groupId }, { name }) =>
      groupId === null ? 'Take the case from its group' : `Assign to group ${name('group', groupId)}`,
    'set-user': ({ userId }, { name }) => (userId === null ? 'Assign to nobody' : `Assign to ${name('user', userId)}`),
    assign: ({ by, groupId }, { name }) =>
      `Assign ${groupId === null ? '' : `within ${name('group', groupId)} `}${ASSIGNED_BY[by]}`,
    'assign-to-me': () => 'Assign to me',
    'set-labels': ({ labels }) => `Set labels to ${list(labels)}`,
    'append-labels': ({ labels }) => `Add ${labels.length === 1 ? 'label' : 'labels'} ${list(labels)}`,
    'remove-labels': ({ labels }) => `Remove ${labels.length === 1 ? 'label' : 'labels'} ${list(labels)}`,
    'set-subject': ({ subject }) => `Set subject to ${beginning(subject, QUOTES)}`,
    'set-description': ({ description }) => `Set description to ${beginning(description, QUOTES)}`,
    'set-custom-fields': ({ values }, names) => capitalised(fieldValues(values, names)),
    'set-language': ({ language }) => (language === null ? 'Clear the language' : `Set language to ${language}`),
    'set-brand': ({ brandId }, { name }) => `Move to brand ${name('brand', brandId)}`,
    'add-note': ({ html }) => `Add note ${beginning(html, QUOTES)}`,
    'quick-reply': ({ html }) => `Reply ${beginning(html, QUOTES)}`,
    'insert-article': ({ articleId }, { name }) => `Reply with article ${name('article', articleId)}`,
    'send-email': (action, names) =>
      `Send e-mail ${beginning(action.subject, QUOTES)} to ${recipient(action.recipient, names)}`,
    acknowledge: () => 'Acknowledge that the message arrived',
    'send-survey': () => 'Send the satisfaction survey',
    snooze: ({ hours }) => {
      if (hours === null) return 'Snooze until the customer writes';
      return hours % 24 === 0 ? `Snooze for ${count(hours / 24, 'day')}` : `Snooze for ${count(hours, 'hour')}`;
    },
    follow: ({ userId }, { name }) =>
      userId === null ? 'Let me or whoever is assigned follow the case' : `Let ${name('user', userId)} follow the case`,
    'mark-spam': () => 'Mark as spam',
    delete: () => 'Move to the trash',
    'call-webhook': ({ webhookId }, { name }) => `Call webhook ${name('webhook', webhookId)}`,
    'post-to-chatter': ({ text }) => `Post ${beginning(text, QUOTES)} to Chatter`,
    'sync-case': () => 'Sync the case to Salesforce',
    'sync-customer': () => 'Sync the customer to Salesforce',
  },
};

function count(amount: number, unit: string): string {
  return amount === 1 ? `1 ${unit}` : `${amount} ${unit}s`;
}

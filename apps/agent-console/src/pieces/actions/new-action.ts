import type { Action, ActionType } from '@bureau/contracts';

/** Who the actions are of: a macro is applied by somebody, a rule by the desk. */
export type ActionsBy = 'rule' | 'macro';

/** The id of what is still to be chosen; no contract takes it. */
export const UNCHOSEN = 0;

/** An action as it begins, to be filled. */
export function newAction(type: ActionType): Action {
  switch (type) {
    case 'set-status':
      return { type, status: 'open' };
    case 'set-priority':
      return { type, priority: 5 };
    case 'change-priority':
      return { type, by: 1 };
    case 'set-group':
      return { type, groupId: UNCHOSEN };
    case 'set-user':
      return { type, userId: UNCHOSEN };
    case 'assign':
      return { type, by: 'round-robin', groupId: null };
    case 'set-labels':
    case 'append-labels':
    case 'remove-labels':
      return { type, labels: [] };
    case 'set-subject':
      return { type, subject: '' };
    case 'set-description':
      return { type, description: '' };
    case 'set-custom-fields':
      return { type, values: {} };
    case 'set-language':
      return { type, language: 'en' };
    case 'set-brand':
      return { type, brandId: UNCHOSEN };
    case 'add-note':
      return { type, html: '' };
    case 'quick-reply':
      return { type, html: '', plain: null, subject: null };
    case 'send-email':
      return { type, recipient: { to: 'customer' }, subject: '', html: '' };
    case 'snooze':
      return { type, hours: 24 };
    case 'follow':
      return { type, userId: null };
    case 'insert-article':
      return { type, articleId: UNCHOSEN };
    case 'call-webhook':
      return { type, webhookId: UNCHOSEN };
    case 'post-to-chatter':
      return { type, text: '' };
    case 'assign-to-me':
    case 'acknowledge':
    case 'send-survey':
    case 'mark-spam':
    case 'delete':
    case 'sync-case':
    case 'sync-customer':
      return { type };
  }
}

/** In the order in which they are offered. */
export const ACTION_GROUPS = {
  properties: [
    'set-status',
    'set-priority',
    'change-priority',
    'set-subject',
    'set-description',
    'set-custom-fields',
    'set-language',
    'set-brand',
    'snooze',
    'mark-spam',
    'delete',
  ],
  assignment: ['set-group', 'set-user', 'assign', 'assign-to-me', 'follow'],
  labels: ['append-labels', 'remove-labels', 'set-labels'],
  words: ['quick-reply', 'insert-article', 'send-email', 'add-note', 'acknowledge', 'send-survey'],
  outside: ['call-webhook', 'post-to-chatter', 'sync-case', 'sync-customer'],
} as const satisfies Record<string, readonly ActionType[]>;

/** Those that nobody but the one who applies a macro can do. */
export const OF_MACROS: readonly ActionType[] = ['assign-to-me'];

/** Those whose fields take more than a line: folded, a sentence stands for them. */
const LONG: readonly ActionType[] = [
  'set-subject',
  'set-description',
  'set-custom-fields',
  'add-note',
  'quick-reply',
  'send-email',
  'post-to-chatter',
];

export function isLong(type: ActionType): boolean {
  return LONG.includes(type);
}

/** Whether somebody has written anything in an action of several fields. */
export function isWritten(action: Action): boolean {
  switch (action.type) {
    case 'set-subject':
    case 'send-email':
      return action.subject !== '';
    case 'set-description':
      return action.description !== '';
    case 'set-custom-fields':
      return Object.keys(action.values).length > 0;
    case 'add-note':
    case 'quick-reply':
      return action.html !== '';
    case 'post-to-chatter':
      return action.text !== '';
    default:
      return true;
  }
}

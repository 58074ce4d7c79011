import type { Action } from '@bureau/contracts';
import { ENGLISH_ACTIONS, type ActionReference, type ActionSentence, type ActionWords } from './action-words.ts';

export interface ActionNames {
  /** What ids are called; null for one that is gone. */
  nameOf: (to: ActionReference, id: number) => string | null;
  /** The label of a custom field of cases; its key when it is left out or there is none. */
  labelOf?: (key: string) => string | null;
  /** The reader's language; English when left out. */
  words?: ActionWords;
}

/** What an action does, in a sentence without a full stop: «Set status to Pending». */
export function describeAction(action: Action, { nameOf, labelOf, words = ENGLISH_ACTIONS }: ActionNames): string {
  const sentence: ActionSentence = words.sentences[action.type];
  return sentence(action, {
    name: (to, id) => nameOf(to, id) ?? words.gone(to, id),
    field: (key) => labelOf?.(key) ?? key,
  });
}

/** The ids that actions name. */
export function referencesOf(actions: readonly Action[]): { to: ActionReference; id: number }[] {
  return actions.flatMap((action) => referenceOf(action) ?? []);
}

function referenceOf(action: Action): { to: ActionReference; id: number } | null {
  switch (action.type) {
    case 'set-group':
    case 'assign':
      return reference('group', action.groupId);
    case 'set-user':
    case 'follow':
      return reference('user', action.userId);
    case 'set-brand':
      return reference('brand', action.brandId);
    case 'insert-article':
      return reference('article', action.articleId);
    case 'call-webhook':
      return reference('webhook', action.webhookId);
    case 'send-email':
      if (action.recipient.to === 'group') return reference('group', action.recipient.groupId);
      return action.recipient.to === 'user' ? reference('user', action.recipient.userId) : null;
    default:
      return null;
  }
}

function reference(to: ActionReference, id: number | null): { to: ActionReference; id: number } | null {
  return id === null ? null : { to, id };
}

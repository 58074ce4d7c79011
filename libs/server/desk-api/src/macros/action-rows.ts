import type { Action } from '@bureau/contracts';

/** What Desk.com calls an action, what this desk calls it, and the member that carries the value. */
interface ActionRow {
  number: number;
  type: string;
  action: Action['type'];
  member: string;
}

/** The recorded list first, in its order, then what later clients know. */
export const ACTION_ROWS: readonly ActionRow[] = [
  { number: 1, type: 'set-case-description', action: 'set-description', member: 'description' },
  { number: 2, type: 'set-case-priority', action: 'set-priority', member: 'priority' },
  { number: 3, type: 'set-case-status', action: 'set-status', member: 'status' },
  { number: 4, type: 'set-case-group', action: 'set-group', member: 'groupId' },
  { number: 5, type: 'set-case-user', action: 'set-user', member: 'userId' },
  { number: 6, type: 'set-case-quick-reply', action: 'quick-reply', member: 'html' },
  { number: 7, type: 'append-case-article', action: 'insert-article', member: 'articleId' },
  { number: 8, type: 'set-case-outbound-email-subject', action: 'quick-reply', member: 'subject' },
  { number: 9, type: 'set-case-note', action: 'add-note', member: 'html' },
  { number: 10, type: 'set-case-labels', action: 'set-labels', member: 'labels' },
  { number: 11, type: 'append-case-labels', action: 'append-labels', member: 'labels' },
];

/**
 * The actions of a macro once the row has this value; null takes it away. A subject belongs to a reply: without one there is
 * nothing that could have it, and the answer is null.
 */
export function actionsWith(
  before: readonly Action[],
  { action, member }: ActionRow,
  value: unknown,
): unknown[] | null {
  const there = before.findIndex(({ type }) => type === action);
  if (member === 'subject') {
    if (there < 0) return value === null ? [...before] : null;
    return before.map((one, index) => (index === there ? { ...one, subject: value } : one));
  }
  if (value === null) return before.filter(({ type }) => type !== action);
  const kept = there < 0 ? {} : before[there];
  const set = { ...kept, ...(action === 'quick-reply' ? { plain: null } : {}), type: action, [member]: value };
  return there < 0 ? [...before, set] : before.map((one, index) => (index === there ? set : one));
}

import type { Action } from '@bureau/contracts';
import { actionsFieldWords as words } from '../actions/actions.words.ts';
import { shortWordsOf } from '../actions/short-words.ts';

/** Says an action in the reader's language. */
export type SayAction = (action: Action) => string;

/** Says what actions do, with the names of whom and what they are about. */
export function useSayAction(): SayAction {
  return (action) => [words.types[action.type], shortWordsOf(action)].filter(Boolean).join(': ');
}

import type { Action } from '@bureau/contracts';
import type { ActionsBy } from './new-action.ts';

/** What the fields of one action are given. */
export interface ActionInputProps<A extends Action = Action> {
  action: A;
  by: ActionsBy;
  onChange: (action: Action) => void;
  /** What is wrong with a field of it: `userId`, `recipient.address`. */
  errorAt: (field: string) => string | undefined;
}

import type { Action, ActionOf, ActionType, Actor, Permission } from '@bureau/contracts';
import type { Turn } from './action-context.ts';
import type { Outcome, Wish } from './outcome.ts';

/** Something wrong with an action, at a place below it such as `html`. */
export interface ActionProblem {
  at: string;
  message: string;
}

interface Handler<A> {
  readonly type: ActionType;
  /** What whoever applies it must be allowed. */
  readonly needs: Permission;
  /** What is wrong with it before it ever runs; nothing when it is left out. */
  check?(action: A, actor: Actor): Promise<ActionProblem[]> | ActionProblem[];
}

/** An action that sets fields of the case. */
interface SetsFields<A> extends Handler<A> {
  /** The fields; or why nothing is to be done. */
  wish(turn: Turn, action: A): Promise<Wish | Outcome> | Wish | Outcome;
}

/** An action that does something else, through a verb of its own. */
interface Acts<A> extends Handler<A> {
  /** Throws ProblemError when the verb refuses; what it wrote is taken back then. */
  apply(turn: Turn, action: A): Promise<Outcome> | Outcome;
}

/** One kind of action that sets fields. */
export type FieldHandler<T extends ActionType> = SetsFields<ActionOf<T>> & { readonly type: T };
/** One kind of action that acts. */
export type DeedHandler<T extends ActionType> = Acts<ActionOf<T>> & { readonly type: T };
/** A handler as it is found by the type of its action, which is the only kind that it is ever given. */
export type AnyHandler = SetsFields<Action> | Acts<Action>;

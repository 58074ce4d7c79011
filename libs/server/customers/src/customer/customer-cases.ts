import type { Actor } from '@bureau/contracts';

/** Moves cases between customers, for merges; what knows cases provides it (the feature `cases`). */
export abstract class CustomerCases {
  /** Locks the cases of a customer, or only those named, in the order of their ids. Returns their ids. */
  abstract lock(customerId: number, only?: readonly number[]): Promise<number[]>;

  /** Gives locked cases to another customer, with a line in the history of each. */
  abstract move(actor: Actor, caseIds: readonly number[], customerId: number): Promise<void>;
}

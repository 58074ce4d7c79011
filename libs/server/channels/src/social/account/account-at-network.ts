import type { Network } from '@bureau/contracts';
import type { AccountKeys } from './account-keys.ts';

/** An account as its network shows it now. */
export interface AccountFacts {
  handle: string;
  name: string;
  /** Null: it has no picture, or the network does not say. */
  pictureUrl: string | null;
  /** What the keys are good for; null: the network does not say. */
  scopes: string[] | null;
  /** It may write more than others; left out: the network makes no difference. */
  longPosts?: boolean;
}

/** An account that is not to be used any more, with what is left of its access. */
export interface AccountToLeave {
  externalId: string;
  keys: AccountKeys;
}

/** What a network can be asked about an account, apart from what is said there. No method is called in a transaction. */
export interface AccountAtNetwork {
  readonly network: Network;
  /** Who the account is, and whether its keys are good. Throws NetworkFailure, AccountUnavailable. */
  look(accountId: number): Promise<AccountFacts>;
  /**
   * Asks to be told what happens there; as often as one likes. Returns the network's name for it; null: this desk lacks
   * what it takes. Throws NetworkFailure, AccountUnavailable.
   */
  subscribe(account: { id: number; externalId: string }): Promise<string | null>;
  /** The network tells us nothing more. Throws NetworkFailure. */
  unsubscribe(account: AccountToLeave): Promise<void>;
  /** The network does not know our keys any more, where it can forget them. Throws NetworkFailure. */
  giveBack(account: AccountToLeave): Promise<void>;
}

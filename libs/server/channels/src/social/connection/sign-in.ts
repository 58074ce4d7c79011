import type { ConnectionRefusal, Network } from '@bureau/contracts';
import { z } from 'zod';
import { AccountKeys } from '../account/account-keys.ts';

/** An account that somebody brought back from a sign-in, with its keys; sealed until it is chosen. */
export const BroughtAccount = z.object({
  externalId: z.string(),
  handle: z.string(),
  name: z.string(),
  keys: AccountKeys,
  expireAt: z.coerce.date().nullable(),
  scopes: z.array(z.string()),
});
export type BroughtAccount = z.infer<typeof BroughtAccount>;

/** Where to send the browser, and what is needed when it comes back. */
export interface Departure {
  url: string;
  /** What the network hands back, 128 random bits or more: only who began the sign-in can finish it. */
  state: string;
  /** Kept sealed until then, e.g. the verifier of PKCE. */
  secret: string;
}

/** What the network's redirect carried. */
export type ReturnQuery = Readonly<Record<string, string | undefined>>;

/** Why a sign-in brought no account; `detail` for people. */
export class SignInRefused extends Error {
  override name = 'SignInRefused';

  constructor(
    readonly refusal: ConnectionRefusal,
    readonly detail = '',
  ) {
    super(`${refusal}: ${detail}`);
  }
}

/** How people sign in at one network. No method is called in a transaction. */
export interface SignIn {
  readonly network: Network;
  /** Whether this desk has the keys of an app there. */
  readonly configured: boolean;
  /** `switchAccount`: ask who it is, also whoever is signed in there already. Throws NetworkFailure. */
  depart(to: { callbackUrl: string; switchAccount: boolean }): Promise<Departure>;
  /** What of a return is the state; null: it is none of this desk's. */
  stateOf(query: ReturnQuery): string | null;
  /** Throws SignInRefused, NetworkFailure. */
  arrive(query: ReturnQuery, from: { callbackUrl: string; secret: string }): Promise<BroughtAccount[]>;
}

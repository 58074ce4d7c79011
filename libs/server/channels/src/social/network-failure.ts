/**
 * Why a network did not do what it was asked:
 * `auth`: it does not know our key any more; a person must sign in again. `rate`: too often; `retryAt` says from when on
 * again. `spent`: the plan of the app is used up; only money or a new month helps. `window`: Facebook's time for answers
 * is over. `permission`: the app, the key or the rules of the network do not allow it. `duplicate`: it has this text
 * already. `gone`: there is no such thing (any more). `transient`: out of order for the moment, and nobody knows whether
 * it was done. `permanent`: it will never take this as it is.
 */
export type FailureKind =
  'auth' | 'rate' | 'spent' | 'window' | 'permission' | 'duplicate' | 'gone' | 'transient' | 'permanent';

export interface FailureFacts {
  kind: FailureKind;
  /** What the network said, for people; never with a key in it. */
  words: string;
  /** HTTP status; null: there was no answer. */
  status: number | null;
  /** The network's own name for it, e.g. `190/463` or `client-forbidden`; empty when it has none. */
  code: string;
  /** From when on one may ask again; null: not said. */
  retryAt: Date | null;
}

/** A network did not do what it was asked. */
export class NetworkFailure extends Error {
  override name = 'NetworkFailure';
  readonly kind: FailureKind;
  readonly words: string;
  readonly status: number | null;
  readonly code: string;
  readonly retryAt: Date | null;

  constructor({ kind, words, status, code, retryAt }: FailureFacts, options?: ErrorOptions) {
    super(words, options);
    this.kind = kind;
    this.words = words;
    this.status = status;
    this.code = code;
    this.retryAt = retryAt;
  }
}

/** Whether an account may be used: it has keys, and its administrator has not stopped it. */
export type WhyUnavailable = 'gone' | 'paused' | 'disconnected' | 'reconnect' | 'not-configured';

/** Nothing can be asked in the name of this account; nobody was asked. */
export class AccountUnavailable extends Error {
  override name = 'AccountUnavailable';

  constructor(
    readonly accountId: number,
    readonly why: WhyUnavailable,
  ) {
    super(`Account ${accountId} cannot be used: ${why}.`);
  }
}

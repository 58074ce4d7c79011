import type { Network } from '@bureau/contracts';
import { ClaimLost } from '../../delivery/claim.ts';
import type { HandOver } from '../../delivery/judge-hand-over.ts';
import { AccountUnavailable, NetworkFailure } from '../network-failure.ts';
import { failureInWords, mayComeBack, unavailableInWords } from './failure-in-words.ts';

const WAITS_FOR_MS = 35_000;

/** An answer was lost: it may stand there, and it is too early to say that it does not. */
export class NotYetSure extends Error {
  constructor(
    readonly lost: NetworkFailure | null,
    readonly attemptedAt: Date,
  ) {
    super('The network may have taken it; the desk looks again before it posts it.', { cause: lost });
  }

  /** From when on looking says more. */
  get lookAgainAt(): Date {
    return new Date(this.attemptedAt.getTime() + WAITS_FOR_MS);
  }
}

interface Stopped {
  network: Network;
  /** How many parts stand there, of how many. */
  done: number;
  of: number;
  /** The next part may stand there too. */
  uncertain: boolean;
}

const BROKEN = { kind: 'broken', command: 'POST', replyCode: null, handedOver: false, hopeless: false } as const;

/** What it means for the delivery that a post did not get through. Throws ClaimLost, which is for nobody to record. */
export function handOverOf(error: unknown, stopped: Stopped): HandOver {
  if (error instanceof ClaimLost) throw error;
  const soFar = stopped.done === 0 ? '' : `${stopped.done} of ${stopped.of} posts stand there. `;
  const broken = { ...BROKEN, mayStand: stopped.uncertain };
  const told = (words: string) => `${soFar}${words}`;
  if (error instanceof NotYetSure) {
    const why = error.lost ? failureInWords(stopped.network, error.lost) : '';
    const words = `${why} The desk looks whether it stands there before it posts it again.`.trim();
    return { ...broken, words: told(words), notBefore: error.lookAgainAt };
  }
  if (error instanceof AccountUnavailable) {
    const waits = mayComeBack(error);
    return {
      ...{ ...broken, words: told(unavailableInWords(error)) },
      ...(waits ? {} : stopped.uncertain ? { handedOver: true } : { hopeless: true }),
    };
  }
  if (!(error instanceof NetworkFailure)) {
    const words = `The desk could not get it ready: ${error instanceof Error ? error.message : String(error)}`;
    return { ...broken, ours: true, words: told(words) };
  }
  const words = told(failureInWords(stopped.network, error));
  switch (error.kind) {
    case 'auth':
    case 'spent':
    case 'transient':
      return { ...broken, words };
    case 'rate':
      return { ...broken, words, ...(error.retryAt && { notBefore: error.retryAt }) };
    case 'window':
    case 'duplicate':
    case 'gone':
    case 'permission':
    case 'permanent':
      return { ...broken, words, ...(stopped.uncertain ? { handedOver: true } : { hopeless: true }) };
  }
}

import type { Network } from '@bureau/contracts';
import { ProblemError } from '@bureau/platform';
import { AccountUnavailable, NetworkFailure } from '../network-failure.ts';
import { failureInWords } from './failure-in-words.ts';

/** Asks a network for what somebody waits for. Throws post.refused, post.unreachable, post.account-unavailable. */
export async function askingNetwork<T>(network: Network, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw problemOfNetwork(network, error);
  }
}

/** What whoever waits is told; what did not come from a network is thrown on as it is. */
export function problemOfNetwork(network: Network, error: unknown): unknown {
  if (error instanceof AccountUnavailable) return new ProblemError('post.account-unavailable');
  if (!(error instanceof NetworkFailure)) return error;
  const { kind, retryAt } = error;
  const waiting = retryAt ? { retryAt: retryAt.toISOString() } : {};
  if (kind === 'transient' || kind === 'rate') {
    return new ProblemError('post.unreachable', { ...waiting, reason: error.words });
  }
  if (kind === 'auth') return new ProblemError('post.account-unavailable');
  return new ProblemError('post.refused', { reason: failureInWords(network, error) });
}

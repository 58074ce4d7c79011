import type { Network } from '@bureau/contracts';

/** The source of what came to an account of a network; `unknown`: to none that this desk has. */
export function sourceOf(network: Network, accountId: number | null): string {
  return `${network}:${accountId ?? 'unknown'}`;
}

/** The network of an item of the ledger; null: it came by mail or by a page. */
export function networkOf(source: string): Network | null {
  const [network, account] = source.split(':');
  if (account === undefined) return null;
  return network === 'x' || network === 'facebook' ? network : null;
}

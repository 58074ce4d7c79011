import type { Case, Network } from '@bureau/contracts';

/** The network that a case came from and is answered on; null: it is answered by mail. */
export function networkOf({ channel }: Pick<Case, 'channel'>): Network | null {
  if (channel === 'twitter') return 'x';
  return channel === 'facebook' ? 'facebook' : null;
}

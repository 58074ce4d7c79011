import type { Network } from '@bureau/contracts';

/** Something that stands on a network, and what the desk has to show of it. */
export interface Said {
  network: Network;
  /** The network's name of it, the same for all its editions. */
  id: string;
  /** Stands in its words, and nowhere else. */
  token: string;
  /** As it reads now. */
  text: string;
  /** One name for each identity: Facebook's feed and Messenger know people by different ones. */
  writer: string;
  /** The conversation and who speaks in it: one case each. */
  place: string;
  /** The company itself said it, in the network's own app. */
  native: boolean;
  gone: boolean;
}

/** Of those who take back what they said; nobody answers them, so that no answer goes down with it. */
export const FICKLE = 'Fickle';

/** No token is the beginning of another one. */
export function tokenOf(network: Network, n: number): string {
  return `#${network}-${n}.`;
}

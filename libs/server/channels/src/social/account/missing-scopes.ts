import type { Network } from '@bureau/contracts';
import { FACEBOOK_SCOPES } from '../../facebook/facebook-scopes.ts';
import { X_SCOPES } from '../../x/x-scopes.ts';

const NEEDED: Record<Network, readonly string[]> = { x: X_SCOPES, facebook: FACEBOOK_SCOPES };

/** What the desk needs at a network and was not granted. */
export function missingScopes(network: Network, granted: readonly string[]): string[] {
  return NEEDED[network].filter((scope) => !granted.includes(scope));
}

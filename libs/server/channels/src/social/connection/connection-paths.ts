import { Inject, Injectable } from '@nestjs/common';
import type { ConnectionOutcome, Network } from '@bureau/contracts';
import { CONFIG, type Config } from '@bureau/platform';

export const CALLBACK_PATHS = {
  x: '/social/x/callback',
  facebook: '/social/facebook/callback',
} as const satisfies Record<Network, string>;

export const WEBHOOK_PATHS = { x: '/hooks/x', facebook: '/hooks/facebook' } as const satisfies Record<Network, string>;

/** Addresses that networks know this desk by. */
@Injectable()
export class ConnectionPaths {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>) {}

  callback(network: Network): string {
    return this.config.publicUrl + CALLBACK_PATHS[network];
  }

  webhook(network: Network): string {
    return this.config.publicUrl + WEBHOOK_PATHS[network];
  }

  /** The page of the console that shows what came of a sign-in; never an address that a request named. */
  outcome(outcome: ConnectionOutcome, about: { network: Network; connectionId?: number; accountId?: number }): string {
    const { network, connectionId, accountId } = about;
    const item = connectionId === undefined ? accountId : `connection-${connectionId}`;
    const query = new URLSearchParams({ outcome, network });
    // Facebook comes back with `#_=_`; a browser keeps that unless there is another fragment, even an empty one.
    return `/admin/social-accounts${item === undefined ? '' : `/${item}`}?${query}#`;
  }
}

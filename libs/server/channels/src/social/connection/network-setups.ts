import { Inject, Injectable } from '@nestjs/common';
import type { Network, NetworkSetup } from '@bureau/contracts';
import { CONFIG, type Config } from '@bureau/platform';
import { ConnectionPaths } from './connection-paths.ts';
import { SignIns } from './sign-ins.ts';

/** What whoever runs the desk has entered, and what he has to enter at the networks. */
@Injectable()
export class NetworkSetups {
  constructor(
    private readonly signIns: SignIns,
    private readonly paths: ConnectionPaths,
    @Inject(CONFIG) private readonly config: Pick<Config, 'x' | 'facebook'>,
  ) {}

  of(network: Network): NetworkSetup {
    const { x, facebook } = this.config;
    return {
      network,
      configured: this.signIns.of(network).configured,
      callbackUrl: this.paths.callback(network),
      webhookUrl: this.paths.webhook(network),
      canBeTold: network === 'x' ? x.app !== null : facebook.app !== null && facebook.verifyToken !== null,
    };
  }
}

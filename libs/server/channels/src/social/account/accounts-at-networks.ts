import { Injectable } from '@nestjs/common';
import type { Network } from '@bureau/contracts';
import { FacebookPage } from '../../facebook/facebook-page.ts';
import { XAccount } from '../../x/x-account.ts';
import type { AccountAtNetwork } from './account-at-network.ts';

/** What each network can be asked about an account. */
@Injectable()
export class AccountsAtNetworks {
  private readonly all: Record<Network, AccountAtNetwork>;

  constructor(x: XAccount, facebook: FacebookPage) {
    this.all = { x, facebook };
  }

  of(network: Network): AccountAtNetwork {
    return this.all[network];
  }
}

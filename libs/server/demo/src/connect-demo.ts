import { Inject, Injectable } from '@nestjs/common';
import { AccountKeySeal, missingScopes, SocialAccountRepository } from '@bureau/channels';
import type { Network } from '@bureau/contracts';
import { Clock, CONFIG, isOnThisMachine, Outbox, type Config } from '@bureau/platform';
import { SOCIAL_ACCOUNTS, type DemoAccount } from './content/social-accounts.ts';
import type { BrandKey } from './content/story.ts';

/** Where the brands of the demo have got to. */
export type DemoPlaces = Readonly<Record<BrandKey, { id: number; groupId: number }>>;

/**
 * Connects the brands of the demo to the X and the Facebook of the sandbox. Where the desk is led to the real ones there is
 * nobody to connect to, and keys that mean nothing there are not sent there.
 */
@Injectable()
export class ConnectDemo {
  constructor(
    private readonly accounts: SocialAccountRepository,
    private readonly seals: AccountKeySeal,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Pick<Config, 'x' | 'facebook'>,
  ) {}

  /** Within the transaction that inserted the brands. */
  async run(places: DemoPlaces): Promise<void> {
    for (const account of SOCIAL_ACCOUNTS)
      if (this.isSandbox(account.imports.network)) await this.connect(account, places[account.brand]);
  }

  private async connect(
    { imports, externalId, handle, name, keys }: DemoAccount,
    { id: brandId, groupId }: DemoPlaces[BrandKey],
  ): Promise<void> {
    const { network } = imports;
    const { id } = await this.accounts.save({
      ...{ network, externalId, handle, name, imports, brandId, groupId },
      ...{ tokensSealed: this.seals.seal(keys), scopes: missingScopes(network, []) },
      ...{ isDefault: true, demo: true, connectedAt: this.clock.now() },
    });
    await this.outbox.add('social-account.connected', { accountId: id });
  }

  private isSandbox(network: Network): boolean {
    const { x, facebook } = this.config;
    if (network === 'x') return x.socket !== null && x.app !== null;
    return facebook.app !== null && isOnThisMachine(new URL(facebook.graphUrl).hostname);
  }
}

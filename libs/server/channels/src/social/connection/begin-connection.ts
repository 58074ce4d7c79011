import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor, type ConnectAccount, type ReconnectAccount } from '@bureau/contracts';
import { BrandRepository, servesBrand } from '@bureau/identity';
import { Clock, Every, InstallationSecret, ProblemError, seal } from '@bureau/platform';
import { SocialAccountRepository } from '../account/social-account.repository.ts';
import { NetworkFailure } from '../network-failure.ts';
import { ConnectionPaths } from './connection-paths.ts';
import { ConnectionRepository } from './connection.repository.ts';
import type { Departure, SignIn } from './sign-in.ts';
import { SignIns } from './sign-ins.ts';

/** How long somebody may take to sign in at a network. */
export const SIGN_IN_MS = 15 * 60_000;

/** Sends an administrator to a network to sign in. What he may finish is bound to him, to one return, and to a quarter of an hour. */
@Injectable()
export class BeginConnection {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly accounts: SocialAccountRepository,
    private readonly brands: BrandRepository,
    private readonly signIns: SignIns,
    private readonly paths: ConnectionPaths,
    private readonly secret: InstallationSecret,
    private readonly clock: Clock,
  ) {}

  /** For accounts that are new here. Throws brand.not-found, network.not-configured, network.unavailable. */
  async run(actor: Actor, { network, brandId, switchAccount }: ConnectAccount): Promise<{ url: string }> {
    if (!servesBrand(actor, brandId) || !(await this.brands.find(brandId))) throw new ProblemError('brand.not-found');
    return this.begin(actor, this.signIns.of(network), { brandId, accountId: null, switchAccount });
  }

  /** For one that is there. Throws social-account.not-found, network.not-configured, network.unavailable. */
  async again(actor: Actor, accountId: number, { switchAccount }: ReconnectAccount): Promise<{ url: string }> {
    const account = await this.accounts.find(accountId);
    if (!account || !servesBrand(actor, account.brandId)) throw new ProblemError('social-account.not-found');
    const { brandId, network } = account;
    return this.begin(actor, this.signIns.of(network), { brandId, accountId, switchAccount });
  }

  @Every('1h', 'social-connections.sweep')
  async sweep(): Promise<void> {
    await this.connections.sweep(new Date(this.clock.now().getTime() - SIGN_IN_MS));
  }

  private async begin(
    actor: Actor,
    signIn: SignIn,
    { brandId, accountId, switchAccount }: { brandId: number; accountId: number | null; switchAccount: boolean },
  ): Promise<{ url: string }> {
    const userId = userIdOf(actor);
    if (userId === undefined) throw new ProblemError('permission.denied');
    if (!signIn.configured) throw new ProblemError('network.not-configured');

    const { network } = signIn;
    const { url, state, secret } = await this.depart(signIn, switchAccount);

    const expiresAt = new Date(this.clock.now().getTime() + SIGN_IN_MS);
    const secretsSealed = seal(this.secret, secret);
    await this.connections.add({ network, userId, brandId, accountId, state, secretsSealed, expiresAt });
    return { url };
  }

  private async depart(signIn: SignIn, switchAccount: boolean): Promise<Departure> {
    try {
      return await signIn.depart({ callbackUrl: this.paths.callback(signIn.network), switchAccount });
    } catch (error) {
      if (error instanceof NetworkFailure) throw new ProblemError('network.unavailable', { detail: error.words });
      throw error;
    }
  }
}

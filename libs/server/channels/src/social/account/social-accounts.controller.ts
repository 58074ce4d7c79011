import { Controller, StreamableFile } from '@nestjs/common';
import {
  Network,
  socialAccountsApi,
  type Actor,
  type NetworkSetup,
  type RouteCall,
  type SocialAccount,
  type SocialConnection,
} from '@bureau/contracts';
import { BlobStorage, Handles, pictureTypeOf, ProblemError, type HttpExchange } from '@bureau/platform';
import { BeginConnection } from '../connection/begin-connection.ts';
import { ChooseAccounts } from '../connection/choose-accounts.ts';
import { ConnectionsQueries } from '../connection/connections.queries.ts';
import { NetworkSetups } from '../connection/network-setups.ts';
import { ChangeAccount } from './change-account.ts';
import { CheckAccount } from './check-account.ts';
import { SocialAccountRepository } from './social-account.repository.ts';
import { SocialAccountsQueries } from './social-accounts.queries.ts';

@Controller()
export class SocialAccountsController {
  constructor(
    private readonly queries: SocialAccountsQueries,
    private readonly accounts: SocialAccountRepository,
    private readonly change: ChangeAccount,
    private readonly checkAccount: CheckAccount,
    private readonly begin: BeginConnection,
    private readonly connections: ConnectionsQueries,
    private readonly chooseAccounts: ChooseAccounts,
    private readonly setups: NetworkSetups,
    private readonly storage: BlobStorage,
  ) {}

  @Handles(socialAccountsApi.list)
  list(actor: Actor): Promise<{ items: SocialAccount[] }> {
    return this.queries.list(actor);
  }

  @Handles(socialAccountsApi.networks)
  networks(): { items: NetworkSetup[] } {
    return { items: Network.options.map((network) => this.setups.of(network)) };
  }

  @Handles(socialAccountsApi.get)
  get(actor: Actor, { params }: RouteCall<typeof socialAccountsApi.get>): Promise<SocialAccount> {
    return this.queries.get(actor, params.socialAccountId);
  }

  @Handles(socialAccountsApi.avatar)
  async avatar(
    actor: Actor,
    { params }: RouteCall<typeof socialAccountsApi.avatar>,
    { reply }: HttpExchange,
  ): Promise<StreamableFile> {
    await this.queries.get(actor, params.socialAccountId);
    const sha256 = (await this.accounts.find(params.socialAccountId))?.avatarSha256 ?? null;
    const bytes = sha256 === null ? undefined : await this.storage.readBuffer(sha256);
    const type = bytes && pictureTypeOf(bytes);
    if (!bytes || !type) throw new ProblemError('social-account.no-picture');
    void reply.headers({
      'content-type': type,
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, max-age=3600',
    });
    return new StreamableFile(bytes);
  }

  @Handles(socialAccountsApi.update)
  update(actor: Actor, { params, body }: RouteCall<typeof socialAccountsApi.update>): Promise<SocialAccount> {
    return this.change.update(actor, params.socialAccountId, body);
  }

  @Handles(socialAccountsApi.connect)
  connect(actor: Actor, { body }: RouteCall<typeof socialAccountsApi.connect>): Promise<{ url: string }> {
    return this.begin.run(actor, body);
  }

  @Handles(socialAccountsApi.connection)
  connection(actor: Actor, { params }: RouteCall<typeof socialAccountsApi.connection>): Promise<SocialConnection> {
    return this.connections.get(actor, params.connectionId);
  }

  @Handles(socialAccountsApi.choose)
  choose(
    actor: Actor,
    { params, body }: RouteCall<typeof socialAccountsApi.choose>,
  ): Promise<{ items: SocialAccount[] }> {
    return this.chooseAccounts.run(actor, params.connectionId, body);
  }

  @Handles(socialAccountsApi.reconnect)
  reconnect(actor: Actor, { params, body }: RouteCall<typeof socialAccountsApi.reconnect>): Promise<{ url: string }> {
    return this.begin.again(actor, params.socialAccountId, body);
  }

  @Handles(socialAccountsApi.pause)
  pause(actor: Actor, { params }: RouteCall<typeof socialAccountsApi.pause>): Promise<SocialAccount> {
    return this.change.pause(actor, params.socialAccountId);
  }

  @Handles(socialAccountsApi.resume)
  resume(actor: Actor, { params }: RouteCall<typeof socialAccountsApi.resume>): Promise<SocialAccount> {
    return this.change.resume(actor, params.socialAccountId);
  }

  @Handles(socialAccountsApi.check)
  check(actor: Actor, { params }: RouteCall<typeof socialAccountsApi.check>): Promise<SocialAccount> {
    return this.checkAccount.run(actor, params.socialAccountId);
  }

  @Handles(socialAccountsApi.disconnect)
  disconnect(actor: Actor, { params }: RouteCall<typeof socialAccountsApi.disconnect>): Promise<SocialAccount> {
    return this.change.disconnect(actor, params.socialAccountId);
  }
}

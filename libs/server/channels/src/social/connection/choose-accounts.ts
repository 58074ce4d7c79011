import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor, type ChooseAccounts as Chosen, type SocialAccount } from '@bureau/contracts';
import { servesBrand } from '@bureau/identity';
import { Clock, InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { SocialAccountsQueries } from '../account/social-accounts.queries.ts';
import { ConnectionRepository } from './connection.repository.ts';
import { ConnectionsQueries } from './connections.queries.ts';
import { KeepAccount } from './keep-account.ts';

/** Connects accounts that a sign-in brought: all that were chosen, or none. */
@Injectable()
export class ChooseAccounts {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly brought: ConnectionsQueries,
    private readonly keepAccount: KeepAccount,
    private readonly accounts: SocialAccountsQueries,
    private readonly clock: Clock,
  ) {}

  /** Throws social-connection.not-found, social-connection.over, request.invalid, social-account.of-another-brand. */
  @Transactional()
  async run(actor: Actor, connectionId: number, { externalIds }: Chosen): Promise<{ items: SocialAccount[] }> {
    const connection = await this.connections.lock(connectionId);
    if (actor.kind !== 'user' && actor.kind !== 'application') throw new ProblemError('permission.denied');
    if (!connection || connection.userId !== userIdOf(actor) || !servesBrand(actor, connection.brandId))
      throw new ProblemError('social-connection.not-found');
    const candidates = this.brought.open(connection);
    if (candidates.length === 0 || connection.expiresAt <= this.clock.now())
      throw new ProblemError('social-connection.over');

    const items: SocialAccount[] = [];
    for (const externalId of new Set(externalIds)) {
      const candidate = candidates.find((one) => one.externalId === externalId);
      if (!candidate) throw new InvalidInput([{ path: 'externalIds', message: 'Choose accounts of this sign-in.' }]);
      const id = await this.keepAccount.run(actor, connection, candidate);
      items.push(await this.accounts.get(actor, id));
    }
    await this.connections.finish(connectionId);
    return { items };
  }
}

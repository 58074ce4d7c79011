import { Injectable } from '@nestjs/common';
import { userIdOf, type AccountCandidate, type Actor, type Network, type SocialConnection } from '@bureau/contracts';
import { BrandRepository } from '@bureau/identity';
import { Clock, InstallationSecret, ProblemError, unseal } from '@bureau/platform';
import { z } from 'zod';
import { missingScopes } from '../account/missing-scopes.ts';
import { SocialAccountRepository } from '../account/social-account.repository.ts';
import { ConnectionRepository } from './connection.repository.ts';
import { BroughtAccount } from './sign-in.ts';
import type { SocialConnectionEntity } from './social-connection.entity.ts';

const Brought = z.array(BroughtAccount);

/** What came of a sign-in, for whoever began it. Keys never leave. */
@Injectable()
export class ConnectionsQueries {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly accounts: SocialAccountRepository,
    private readonly brands: BrandRepository,
    private readonly secret: InstallationSecret,
    private readonly clock: Clock,
  ) {}

  /** Throws social-connection.not-found. */
  async get(actor: Actor, id: number): Promise<SocialConnection> {
    const connection = await this.connections.find(id);
    const brand = connection && (await this.brands.find(connection.brandId));
    if (!connection || !brand || connection.userId !== userIdOf(actor))
      throw new ProblemError('social-connection.not-found');
    const { network, refusal, refusalDetail, expiresAt, accountId } = connection;
    const account = accountId === null ? null : await this.accounts.find(accountId);
    const brought = this.open(connection);
    return {
      ...{ id, network, brand: { id: brand.id, name: brand.name } },
      account: account && { id: account.id, handle: account.handle, name: account.name },
      state: this.stateOf(connection),
      ...{ refusal: refusal === '' ? null : refusal, refusalDetail },
      candidates: await Promise.all(brought.map((one) => this.candidate(network, one))),
      expiresAt: expiresAt.toISOString(),
    };
  }

  /** What was brought and is still to be chosen from; empty when there is nothing. */
  open({ candidatesSealed }: SocialConnectionEntity): BroughtAccount[] {
    return candidatesSealed === null ? [] : Brought.parse(JSON.parse(unseal(this.secret, candidatesSealed)));
  }

  private stateOf({ refusal, expiresAt, candidatesSealed, usedAt }: SocialConnectionEntity): SocialConnection['state'] {
    if (refusal !== '') return 'refused';
    if (expiresAt <= this.clock.now()) return 'over';
    if (candidatesSealed !== null) return 'ready';
    return usedAt === null ? 'waiting' : 'over';
  }

  private async candidate(
    network: Network,
    { externalId, handle, name, scopes, keys }: BroughtAccount,
  ): Promise<AccountCandidate> {
    const kept = await this.accounts.findByExternalId(network, externalId);
    const brand = kept && (await this.brands.find(kept.brandId));
    return {
      ...{ externalId, handle, name, missingScopes: keys.kind === 'oauth1' ? [] : missingScopes(network, scopes) },
      account: kept &&
        brand && {
          id: kept.id,
          brand: { id: brand.id, name: brand.name },
          connected: kept.state !== 'disconnected',
        },
    };
  }
}

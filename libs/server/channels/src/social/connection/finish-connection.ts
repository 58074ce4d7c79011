import { Inject, Injectable } from '@nestjs/common';
import { permits, type Actor, type ConnectionRefusal, type Network } from '@bureau/contracts';
import { Authenticator, Clock, InstallationSecret, LOG, seal, unseal, type Log } from '@bureau/platform';
import type { FastifyRequest } from 'fastify';
import { SocialAccountRepository } from '../account/social-account.repository.ts';
import { NetworkFailure } from '../network-failure.ts';
import { SIGN_IN_MS } from './begin-connection.ts';
import { ConnectionPaths } from './connection-paths.ts';
import { ConnectionRepository } from './connection.repository.ts';
import { KeepAccount } from './keep-account.ts';
import { SignInRefused, type BroughtAccount, type ReturnQuery } from './sign-in.ts';
import { SignIns } from './sign-ins.ts';
import type { SocialConnectionEntity } from './social-connection.entity.ts';

type Administrator = Extract<Actor, { kind: 'user' }>;

/**
 * A browser comes back from a network (S55): in the session of whoever left, with the state that he left with, in time,
 * and once. Everything else changes nothing. It always ends at a page of the console that says what came of it.
 */
@Injectable()
export class FinishConnection {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly accounts: SocialAccountRepository,
    private readonly signIns: SignIns,
    private readonly paths: ConnectionPaths,
    private readonly keepAccount: KeepAccount,
    private readonly authenticator: Authenticator,
    private readonly secret: InstallationSecret,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Where the browser is to go now. */
  async run(network: Network, request: FastifyRequest, query: ReturnQuery): Promise<string> {
    const actor = await this.administrator(request);
    if (!actor) return this.paths.outcome('signed-out', { network });
    const state = this.signIns.of(network).stateOf(query);
    const connection = state === null ? null : await this.connections.findByState(network, state);
    if (!connection) return this.paths.outcome('unknown', { network });
    if (connection.userId !== actor.userId) return this.paths.outcome('other-user', { network });

    const now = this.clock.now();
    if (await this.connections.use(connection.id, now)) return this.arrive(actor, connection, query);
    // In time, and yet not to be used: another return was quicker, whatever stood here when this one looked.
    const isUsed = connection.usedAt !== null || connection.expiresAt > now;
    return isUsed ? this.paths.outcome('unknown', { network }) : this.refuse(connection, 'expired');
  }

  /** Null: nobody who may connect accounts is signed in in this browser. */
  private async administrator(request: FastifyRequest): Promise<Administrator | null> {
    const signedIn = await this.authenticator.authenticateCookie(request.headers.cookie);
    if (!signedIn || signedIn.mustSetUpTwoFactor || signedIn.actor.kind !== 'user') return null;
    return permits(signedIn.actor, 'social-accounts:manage') ? signedIn.actor : null;
  }

  private async arrive(actor: Administrator, connection: SocialConnectionEntity, query: ReturnQuery): Promise<string> {
    const { network } = connection;
    try {
      const secret = unseal(this.secret, connection.secretsSealed);
      const from = { callbackUrl: this.paths.callback(network), secret };
      const brought = await this.signIns.of(network).arrive(query, from);
      return await this.settle(actor, connection, brought);
    } catch (error) {
      if (error instanceof SignInRefused) return this.refuse(connection, error.refusal, error.detail);
      if (error instanceof NetworkFailure) return this.refuse(connection, 'failed', error.words);
      this.log.error({ err: error, network }, 'A sign-in at a network could not be finished.');
      return this.refuse(connection, 'failed');
    }
  }

  /** What is connected again is so at once; of new ones a person chooses. */
  private async settle(
    actor: Administrator,
    connection: SocialConnectionEntity,
    brought: BroughtAccount[],
  ): Promise<string> {
    const { id, network, accountId } = connection;
    if (accountId !== null) return this.reconnect(actor, connection, { accountId, brought });
    const until = new Date(this.clock.now().getTime() + SIGN_IN_MS);
    await this.connections.keep(id, seal(this.secret, JSON.stringify(brought)), until);
    return this.paths.outcome('ready', { network, connectionId: id });
  }

  private async reconnect(
    actor: Administrator,
    connection: SocialConnectionEntity,
    { accountId, brought }: { accountId: number; brought: BroughtAccount[] },
  ): Promise<string> {
    const account = await this.accounts.find(accountId);
    if (!account) return this.refuse(connection, 'failed');
    const same = brought.find(({ externalId }) => externalId === account.externalId);
    if (!same) return this.refuse(connection, 'other-account', brought.map(nameOf).join(', '));
    await this.keepAccount.again(actor, accountId, same);
    return this.paths.outcome('reconnected', { network: connection.network, accountId });
  }

  private async refuse(
    { id, network }: SocialConnectionEntity,
    refusal: ConnectionRefusal,
    detail = '',
  ): Promise<string> {
    await this.connections.refuse(id, { refusal, detail: detail.slice(0, 500) });
    return this.paths.outcome(refusal, { network, connectionId: id });
  }
}

function nameOf({ handle, name }: BroughtAccount): string {
  return handle === '' ? name : `@${handle}`;
}

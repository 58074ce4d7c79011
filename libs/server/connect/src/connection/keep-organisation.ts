import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor } from '@bureau/contracts';
import { salesforceId } from '@bureau/domain';
import { AuditLog } from '@bureau/identity';
import { Clock, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { LookAtOrganisation, type Organisation } from '../salesforce/look-at-organisation.ts';
import { SalesforceBudget } from '../salesforce/salesforce-budget.repository.ts';
import { SalesforceFailure } from '../salesforce/salesforce-failure.ts';
import { SalesforceKeyRing, type SalesforceKeys } from '../salesforce/salesforce-key-ring.ts';
import { TokenRequests, type TokenAnswer } from '../salesforce/token-requests.ts';
import type { ConnectionEntity } from './connection.entity.ts';
import { ConnectionRepository } from './connection.repository.ts';
import { settingsOf } from './settings-of.ts';

export interface BroughtKeys {
  loginUrl: string;
  signedInBy: 'person' | 'key';
  brought: TokenAnswer;
}

/** Keeps what a sign-in brought: a new organisation, or the one that was connected before. */
@Injectable()
export class KeepOrganisation {
  constructor(
    private readonly connections: ConnectionRepository,
    private readonly look: LookAtOrganisation,
    private readonly ring: SalesforceKeyRing,
    private readonly requests: TokenRequests,
    private readonly budget: SalesforceBudget,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Throws salesforce.other-organisation; SalesforceFailure when it does not let itself be looked at. */
  async run(actor: Actor, keys: BroughtKeys): Promise<void> {
    try {
      const organisation = await this.look.run(keys.brought);
      const replaced = await this.keep(actor, keys, organisation);
      if (replaced) await this.giveBack(replaced);
    } catch (error) {
      if (error instanceof ProblemError) await this.giveBack({ ...keys, keys: keys.brought });
      throw error;
    }
  }

  /** Keys that nobody will use any more; what Salesforce says to it changes nothing. */
  private async giveBack({ loginUrl, keys }: { loginUrl: string; keys: SalesforceKeys }): Promise<void> {
    try {
      await this.requests.revoke(loginUrl, keys.refreshToken ?? keys.accessToken);
    } catch (error) {
      if (!(error instanceof SalesforceFailure)) throw error;
    }
  }

  /** Returns the keys that the new ones take the place of. */
  @Transactional()
  protected async keep(
    actor: Actor,
    keys: BroughtKeys,
    organisation: Organisation,
  ): Promise<{ loginUrl: string; keys: SalesforceKeys } | null> {
    await this.connections.lockAll();
    const last = await this.connections.findLatest();
    const isSame = last?.orgId === organisation.id;
    if (last && !isSame) await this.leave(last, organisation);

    const before = isSame ? last : null;
    const isPaused = before?.disconnectedAt === null && before.state === 'paused';
    const connection = await this.connections.save({
      ...(before ?? { enabled: false, enabledAt: null, pausedAt: null, preflight: null, personAccounts: false }),
      ...this.columnsOf(actor, keys, organisation),
      // Whoever signs in again does not end a pause that somebody else began.
      ...(isPaused && { state: 'paused' }),
    });
    const connectionId = connection.id;
    await this.audit.record(actor, {
      ...{ noun: 'salesforce', id: connectionId, name: connection.orgName },
      action: before?.disconnectedAt === null ? 'changed' : 'created',
      ...(before?.disconnectedAt === null && { before: settingsOf(before) }),
      after: settingsOf(connection),
    });
    await this.outbox.add('connect.connected', { connectionId });
    await this.outbox.add('connect.changed', { connectionId });
    const replaced = this.ring.open(before?.tokensSealed ?? null);
    return before && replaced && { loginUrl: before.loginUrl, keys: replaced };
  }

  /** Links of one organisation mean nothing in another. */
  private async leave(last: ConnectionEntity, { name, id }: Organisation): Promise<void> {
    if (await this.connections.hasLinks()) {
      const detail = `You signed in to ${name} (${id}); records are linked to ${last.orgName} (${last.orgId}).`;
      throw new ProblemError('salesforce.other-organisation', { detail });
    }
    // What waits for another organisation, and how far that one was read, means nothing in this one.
    await this.connections.removeLinks();
    await this.budget.forget();
    if (last.disconnectedAt !== null) return;
    await this.connections.save({ ...last, disconnectedAt: this.clock.now(), enabled: false });
    await this.outbox.add('connect.disconnected', { connectionId: last.id });
  }

  private columnsOf(actor: Actor, { loginUrl, signedInBy, brought }: BroughtKeys, organisation: Organisation) {
    const { accessToken, refreshToken, instanceUrl } = brought;
    return {
      ...{ orgId: organisation.id, orgName: organisation.name, orgEdition: organisation.edition },
      ...{ isSandbox: organisation.isSandbox, instanceUrl, loginUrl, signedInBy },
      userId: salesforceId(brought.userId) ?? brought.userId,
      ...{ userName: organisation.user.name, username: organisation.user.username },
      ...{ tokensSealed: this.ring.seal({ accessToken, refreshToken }), renewingSince: null },
      ...{ state: 'ok' as const, stateReason: '', disconnectedAt: null },
      ...{ connectedAt: this.clock.now(), connectedBy: userIdOf(actor) ?? null },
    };
  }
}

import { Injectable } from '@nestjs/common';
import {
  userIdOf,
  type Actor,
  type SalesforceConnection,
  type SalesforceSetup,
  type SalesforceSignIn,
} from '@bureau/contracts';
import { ProblemError } from '@bureau/platform';
import { SalesforceApp } from '../salesforce/salesforce-app.ts';
import { SalesforceBudget } from '../salesforce/salesforce-budget.repository.ts';
import type { ConnectionEntity } from './connection.entity.ts';
import { ConnectionRepository } from './connection.repository.ts';
import { SignInRepository } from './sign-in.repository.ts';

/** The integration as its administrators see it. Keys never leave. */
@Injectable()
export class ConnectionQueries {
  constructor(
    private readonly app: SalesforceApp,
    private readonly connections: ConnectionRepository,
    private readonly signIns: SignInRepository,
    private readonly budget: SalesforceBudget,
  ) {}

  async get(): Promise<SalesforceSetup> {
    const connection = await this.connections.find();
    const { configured, callbackUrl, loginUrl, key } = this.app;
    return {
      ...{ configured, callbackUrl, loginUrl, keyUsername: key?.username ?? null },
      connection: connection && (await this.present(connection)),
      linkedTo: connection ? null : await this.linkedTo(),
    };
  }

  /** What came of a sign-in, for whoever began it. Throws salesforce.sign-in-not-found. */
  async signIn(actor: Actor, id: number): Promise<SalesforceSignIn> {
    const signIn = await this.signIns.find(id);
    if (!signIn || signIn.userId !== userIdOf(actor)) throw new ProblemError('salesforce.sign-in-not-found');
    return { id, outcome: signIn.outcome, detail: signIn.detail };
  }

  private async linkedTo(): Promise<SalesforceSetup['linkedTo']> {
    const last = await this.connections.findLatest();
    const records = last ? await this.connections.countLinks() : 0;
    return last && records > 0 ? { id: last.orgId, name: last.orgName, records } : null;
  }

  private async present(connection: ConnectionEntity): Promise<SalesforceConnection> {
    const { id, instanceUrl, loginUrl, signedInBy, state, stateReason, enabled, personAccounts, externalIds } =
      connection;
    return {
      id,
      organisation: {
        ...{ id: connection.orgId, name: connection.orgName },
        ...{ edition: connection.orgEdition, isSandbox: connection.isSandbox },
      },
      user: { id: connection.userId, name: connection.userName, username: connection.username },
      ...{ instanceUrl, loginUrl, signedInBy, state, stateReason, enabled, personAccounts, externalIds },
      enabledAt: connection.enabledAt?.toISOString() ?? null,
      pausedAt: connection.pausedAt?.toISOString() ?? null,
      budget: (await this.budget.latest()) ?? null,
      connectedAt: connection.connectedAt.toISOString(),
      connectedBy: await this.connections.personOf(connection),
    };
  }
}

import { Injectable } from '@nestjs/common';
import type { Actor, SalesforceSetup } from '@bureau/contracts';
import { ProblemError } from '@bureau/platform';
import { forPeople } from '../salesforce/for-people.ts';
import { SalesforceApp } from '../salesforce/salesforce-app.ts';
import { SalesforceClients } from '../salesforce/salesforce-clients.ts';
import { SalesforceFailure } from '../salesforce/salesforce-failure.ts';
import { TokenRequests } from '../salesforce/token-requests.ts';
import { ConnectionQueries } from './connection.queries.ts';
import { ConnectionRepository } from './connection.repository.ts';
import { KeepOrganisation } from './keep-organisation.ts';

/** Asks Salesforce whether it lets the desk in. */
@Injectable()
export class CheckConnection {
  constructor(
    private readonly app: SalesforceApp,
    private readonly clients: SalesforceClients,
    private readonly connections: ConnectionRepository,
    private readonly requests: TokenRequests,
    private readonly keepOrganisation: KeepOrganisation,
    private readonly queries: ConnectionQueries,
  ) {}

  /** What it says is noted by the way. Throws salesforce.not-connected, salesforce.unavailable, salesforce.reconnect. */
  async run(): Promise<SalesforceSetup> {
    await forPeople(async () => (await this.clients.forPeople()).query('SELECT Id FROM Organization LIMIT 1'));
    return this.queries.get();
  }

  /**
   * Connects with the desk's own key, and nobody's sign-in. Throws salesforce.not-configured, salesforce.no-key,
   * salesforce.other-organisation, salesforce.unavailable.
   */
  async useKey(actor: Actor): Promise<SalesforceSetup> {
    if (!this.app.configured) throw new ProblemError('salesforce.not-configured');
    if (!this.app.key) throw new ProblemError('salesforce.no-key');
    const loginUrl = (await this.connections.find())?.loginUrl ?? this.app.loginUrl;
    try {
      const brought = await this.requests.withKey(loginUrl);
      await this.keepOrganisation.run(actor, { loginUrl, signedInBy: 'key', brought });
    } catch (error) {
      if (error instanceof SalesforceFailure)
        throw new ProblemError('salesforce.unavailable', { detail: error.message });
      throw error;
    }
    return this.queries.get();
  }
}

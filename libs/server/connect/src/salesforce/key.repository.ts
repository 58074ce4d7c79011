import { Injectable } from '@nestjs/common';
import type { SalesforceState } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

/** The keys as they are kept, and where new ones come from. */
export interface KeptKeys {
  state: SalesforceState;
  sealed: string | null;
  renewingSince: Date | null;
  instanceUrl: string;
  loginUrl: string;
  signedInBy: 'person' | 'key';
}

const FIND = statement(
  'salesforce-keys.find',
  `SELECT state, tokens_sealed AS sealed, renewing_since AS "renewingSince", instance_url AS "instanceUrl",
     login_url AS "loginUrl", signed_in_by AS "signedInBy"
   FROM salesforce_connections WHERE id = $1 AND disconnected_at IS NULL`,
);

/** What lets the desk act for its user: read before each use, replaced only where it is still what was renewed. */
@Injectable()
export class KeyRepository {
  constructor(private readonly database: Database) {}

  find(connectionId: number): Promise<KeptKeys | undefined> {
    return this.database.row<KeptKeys>(FIND, [connectionId]);
  }

  async beginRenewal(connectionId: number, at: Date): Promise<void> {
    await this.database.run('UPDATE salesforce_connections SET renewing_since = $2 WHERE id = $1', [connectionId, at]);
  }

  /** The renewal came to nothing, and it is known what became of the old keys. */
  async endRenewal(connectionId: number, sealed: string): Promise<void> {
    await this.database.run(
      'UPDATE salesforce_connections SET renewing_since = NULL WHERE id = $1 AND tokens_sealed = $2',
      [connectionId, sealed],
    );
  }

  /** Nothing happens when a person has signed in again meanwhile: those keys are newer. */
  async replace(
    connectionId: number,
    { over, sealed, instanceUrl }: { over: string; sealed: string; instanceUrl: string },
  ): Promise<void> {
    await this.database.run(
      `UPDATE salesforce_connections SET tokens_sealed = $3, instance_url = $4, renewing_since = NULL
       WHERE id = $1 AND tokens_sealed = $2`,
      [connectionId, over, sealed, instanceUrl],
    );
  }

  /** Of a connection that is disconnected and whose keys are not given back yet. */
  ofDisconnected(connectionId: number): Promise<{ sealed: string; loginUrl: string } | undefined> {
    return this.database.row<{ sealed: string; loginUrl: string }>(
      `SELECT tokens_sealed AS sealed, login_url AS "loginUrl" FROM salesforce_connections
       WHERE id = $1 AND disconnected_at IS NOT NULL AND tokens_sealed IS NOT NULL`,
      [connectionId],
    );
  }

  /** They are given back; ones that came meanwhile stay. */
  async forget(connectionId: number, sealed: string): Promise<void> {
    await this.database.run(
      `UPDATE salesforce_connections SET tokens_sealed = NULL, renewing_since = NULL
       WHERE id = $1 AND tokens_sealed = $2 AND disconnected_at IS NOT NULL`,
      [connectionId, sealed],
    );
  }
}

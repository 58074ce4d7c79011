import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { ConnectionRefusal, Network } from '@bureau/contracts';
import { Database } from '@bureau/platform';
import { SocialConnectionEntity } from './social-connection.entity.ts';

@Injectable()
export class ConnectionRepository {
  constructor(private readonly database: Database) {}

  async add(
    connection: Pick<
      SocialConnectionEntity,
      'network' | 'userId' | 'brandId' | 'accountId' | 'secretsSealed' | 'expiresAt'
    > & { state: string },
  ): Promise<void> {
    const { state, ...columns } = connection;
    await this.database.repository(SocialConnectionEntity).insert({ ...columns, stateHash: hashOf(state) });
  }

  find(id: number): Promise<SocialConnectionEntity | null> {
    return this.database.repository(SocialConnectionEntity).findOneBy({ id });
  }

  /** The connection as it is, kept from changing until the end of the transaction. */
  async lock(id: number): Promise<SocialConnectionEntity | null> {
    await this.database.run('SELECT 1 FROM social_connections WHERE id = $1 FOR UPDATE', [id]);
    return this.find(id);
  }

  findByState(network: Network, state: string): Promise<SocialConnectionEntity | null> {
    return this.database.repository(SocialConnectionEntity).findOneBy({ network, stateHash: hashOf(state) });
  }

  /** True for one return, and only once, whoever else comes with the same state. */
  async use(id: number, at: Date): Promise<boolean> {
    const used = await this.database.run(
      'UPDATE social_connections SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND expires_at > $2',
      [id, at],
    );
    return used > 0;
  }

  async refuse(id: number, { refusal, detail }: { refusal: ConnectionRefusal; detail: string }): Promise<void> {
    await this.database.run(
      "UPDATE social_connections SET refusal = $2, refusal_detail = $3, secrets_sealed = '' WHERE id = $1",
      [id, refusal, detail],
    );
  }

  /** What was brought, to be chosen from until `until`. */
  async keep(id: number, candidatesSealed: string, until: Date): Promise<void> {
    await this.database.run(
      "UPDATE social_connections SET candidates_sealed = $2, expires_at = $3, secrets_sealed = '' WHERE id = $1",
      [id, candidatesSealed, until],
    );
  }

  /** The accounts are chosen: nothing that opens them stays here. */
  async finish(id: number): Promise<void> {
    await this.database.run('UPDATE social_connections SET candidates_sealed = NULL WHERE id = $1', [id]);
  }

  /** Deletes what nobody will come back for. */
  async sweep(before: Date): Promise<void> {
    await this.database.run('DELETE FROM social_connections WHERE expires_at < $1', [before]);
  }
}

function hashOf(state: string): Buffer {
  return createHash('sha256').update(state).digest();
}

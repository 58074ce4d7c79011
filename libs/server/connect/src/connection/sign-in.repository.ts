import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SalesforceSignInOutcome } from '@bureau/contracts';
import { Database } from '@bureau/platform';
import { SignInEntity } from './sign-in.entity.ts';

@Injectable()
export class SignInRepository {
  constructor(private readonly database: Database) {}

  async add(
    signIn: Pick<SignInEntity, 'userId' | 'loginUrl' | 'secretsSealed' | 'expiresAt'> & { state: string },
  ): Promise<void> {
    const { state, ...columns } = signIn;
    await this.database.repository(SignInEntity).insert({ ...columns, stateHash: hashOf(state) });
  }

  find(id: number): Promise<SignInEntity | null> {
    return this.database.repository(SignInEntity).findOneBy({ id });
  }

  findByState(state: string): Promise<SignInEntity | null> {
    return this.database.repository(SignInEntity).findOneBy({ stateHash: hashOf(state) });
  }

  /** True for one return, and only once, whoever else comes with the same state. */
  async use(id: number, at: Date): Promise<boolean> {
    const used = await this.database.run(
      'UPDATE salesforce_sign_ins SET used_at = $2 WHERE id = $1 AND used_at IS NULL AND expires_at > $2',
      [id, at],
    );
    return used > 0;
  }

  async finish(id: number, { outcome, detail }: { outcome: SalesforceSignInOutcome; detail: string }): Promise<void> {
    await this.database.run(
      "UPDATE salesforce_sign_ins SET outcome = $2, detail = $3, secrets_sealed = '' WHERE id = $1",
      [id, outcome, detail.slice(0, 500)],
    );
  }

  /** Deletes what nobody will come back for. */
  async sweep(before: Date): Promise<void> {
    await this.database.run('DELETE FROM salesforce_sign_ins WHERE expires_at < $1', [before]);
  }
}

function hashOf(state: string): Buffer {
  return createHash('sha256').update(state).digest();
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { Database, ProblemError } from '@bureau/platform';
import { GuardRights } from '../role/guard-rights.ts';

/** A user whose sign-in somebody else may look after. */
@Injectable()
export class ManagedUser {
  constructor(
    private readonly database: Database,
    private readonly guard: GuardRights,
  ) {}

  /** Nobody lays hands on a user who may do or see more than he himself. Throws user.not-found, rights.exceeded. */
  async find(actor: Actor, userId: number): Promise<{ name: string }> {
    await this.guard.overUser(await this.guard.rightsOf(actor), userId);
    const user = await this.database.row<{ name: string }>('SELECT name FROM users WHERE id = $1', [userId]);
    if (!user) throw new ProblemError('user.not-found');
    return user;
  }
}

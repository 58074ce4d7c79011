import { Injectable } from '@nestjs/common';
import { permits, type Actor } from '@bureau/contracts';
import { Database, ProblemError } from '@bureau/platform';
import { actorOf, SIGNED_IN_USER, type SignedInUserRow, type UserActor } from '../user/signed-in-user.ts';

/** A user whose sign-in somebody else may look after. */
@Injectable()
export class ManagedUser {
  constructor(private readonly database: Database) {}

  /** Nobody lays hands on a user who may do more than he himself. Throws user.not-found, permission.denied. */
  async find(actor: Actor, userId: number): Promise<UserActor> {
    const row = await this.database.row<SignedInUserRow>(
      `SELECT ${SIGNED_IN_USER} FROM users u JOIN roles r ON r.id = u.role_id WHERE u.id = $1`,
      [userId],
    );
    if (!row) throw new ProblemError('user.not-found');
    const user = actorOf(row);
    if (!user.permissions.every((permission) => permits(actor, permission)))
      throw new ProblemError('permission.denied');
    return user;
  }
}

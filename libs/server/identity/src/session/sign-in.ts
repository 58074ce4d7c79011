import { Injectable } from '@nestjs/common';
import type { SignIn as SignInInput } from '@bureau/contracts';
import { ProblemError } from '@bureau/platform';
import type { UserActor } from '../user/signed-in-user.ts';
import { UserRepository } from '../user/user.repository.ts';
import { passwordFits } from './passwords.ts';
import { SignInBrake } from './sign-in-brake.ts';

/** Finds out whether somebody is who they say. One answer for every kind of wrong. */
@Injectable()
export class SignIn {
  private readonly underWay = new Map<string, Promise<UserActor>>();

  constructor(
    private readonly users: UserRepository,
    private readonly brake: SignInBrake,
  ) {}

  /**
   * Throws `session.refused` or `session.throttled`. A program that sends twenty requests at once with the same
   * credentials makes one attempt, not twenty.
   */
  run({ email, password }: SignInInput, ip: string): Promise<UserActor> {
    const key = JSON.stringify([email, password, ip]);
    const underWay = this.underWay.get(key);
    if (underWay) return underWay;
    const attempt = this.attempt({ email, password }, ip).finally(() => this.underWay.delete(key));
    this.underWay.set(key, attempt);
    return attempt;
  }

  private async attempt({ email, password }: SignInInput, ip: string): Promise<UserActor> {
    await this.brake.count(email, ip);
    const user = await this.users.findByEmail(email);
    const active = user?.disabledAt === null ? user : null;
    const fits = await passwordFits(active?.passwordHash, password);
    const actor = fits && active ? await this.users.actor(active.id) : undefined;
    if (!actor) throw new ProblemError('session.refused');
    await this.brake.forgive(email, ip);
    return actor;
  }
}

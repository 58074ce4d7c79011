import { Injectable } from '@nestjs/common';
import { ProblemError } from '@bureau/platform';
import { UserRepository } from '../user/user.repository.ts';
import { passwordFits } from './passwords.ts';
import { SignInBrake } from './sign-in-brake.ts';

/** Asks somebody who is signed in for the password again. Guesses are counted as those of a sign-in are. */
@Injectable()
export class ProvePassword {
  constructor(
    private readonly users: UserRepository,
    private readonly brake: SignInBrake,
  ) {}

  /** Throws password.wrong, session.throttled. */
  async run(userId: number, password: string, ip: string): Promise<void> {
    const subject = `password-of:${userId}`;
    await this.brake.count(subject, ip);
    const user = await this.users.findActive(userId);
    if (!user || !(await passwordFits(user.passwordHash, password))) throw new ProblemError('password.wrong');
    await this.brake.forgive(subject, ip);
  }
}

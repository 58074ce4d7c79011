import { Injectable } from '@nestjs/common';
import type { SignIn as SignInInput, SignInWithCode } from '@bureau/contracts';
import { ProblemError } from '@bureau/platform';
import { CheckCode } from '../two-factor/check-code.ts';
import { TwoFactorRepository } from '../two-factor/two-factor.repository.ts';
import { UserRepository } from '../user/user.repository.ts';
import { SessionRepository, type Origin } from './session.repository.ts';
import { SignInChallenges } from './sign-in-challenges.ts';
import { SignIn } from './sign-in.ts';

export interface OpenedSession {
  userId: number;
  token: string;
  expiresAt: Date;
}

/** Signs somebody in: with a password, and a code where there is a second factor. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly signIn: SignIn,
    private readonly users: UserRepository,
    private readonly factors: TwoFactorRepository,
    private readonly challenges: SignInChallenges,
    private readonly checkCode: CheckCode,
    private readonly sessions: SessionRepository,
  ) {}

  /** Throws session.refused, session.throttled, and session.code-required with the challenge for the second step. */
  async withPassword(input: SignInInput, origin: Origin): Promise<OpenedSession> {
    const { userId } = await this.signIn.run(input, origin.ip);
    if (await this.factors.isEnabled(userId)) {
      throw new ProblemError('session.code-required', { ...(await this.challenges.open(userId)) });
    }
    return this.open(userId, origin);
  }

  /** Throws session.expired-challenge, two-factor.wrong-code, session.throttled. */
  async withCode({ challenge, code }: SignInWithCode, origin: Origin): Promise<OpenedSession> {
    const userId = await this.challenges.userOf(challenge);
    if (userId === undefined) throw new ProblemError('session.expired-challenge');
    await this.checkCode.run(userId, code);
    const spent = await this.challenges.spend(challenge);
    if (!spent || !(await this.users.actor(userId))) throw new ProblemError('session.expired-challenge');
    return this.open(userId, origin);
  }

  private async open(userId: number, origin: Origin): Promise<OpenedSession> {
    const { token, expiresAt } = await this.sessions.open(userId, origin);
    return { userId, token, expiresAt };
  }
}

import { Injectable } from '@nestjs/common';
import type { ChangePassword as ChangePasswordInput } from '@bureau/contracts';
import { ProblemError, RealtimePublisher, Transactional, type SignedIn } from '@bureau/platform';
import { SignInRules } from '../sign-in-settings/sign-in-rules.ts';
import { UserRepository } from '../user/user.repository.ts';
import { BasicAuthentication } from './basic-authentication.ts';
import { hashPassword, passwordFits } from './passwords.ts';
import { SessionRepository } from './session.repository.ts';
import { SignInBrake } from './sign-in-brake.ts';

/** A new password ends every other session: whoever took the old one is out. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly users: UserRepository,
    private readonly sessions: SessionRepository,
    private readonly basic: BasicAuthentication,
    private readonly brake: SignInBrake,
    private readonly rules: SignInRules,
    private readonly realtime: RealtimePublisher,
  ) {}

  /** Throws password.wrong, request.invalid, session.throttled: whoever found a screen unlocked may not guess the password either. */
  async run({ actor, sessionId }: SignedIn, { current, next }: ChangePasswordInput, ip: string): Promise<void> {
    if (actor.kind !== 'user') throw new ProblemError('permission.denied');
    const subject = `password-of:${actor.userId}`;
    await this.brake.count(subject, ip);
    await this.rules.checkPassword(next, 'next');
    const ended = await this.replace(actor.userId, { sessionId, current, next });
    await this.brake.forgive(subject, ip);
    this.basic.forget();
    for (const id of ended) this.realtime.disconnect({ sessionId: `${id}` });
  }

  @Transactional()
  private async replace(
    userId: number,
    { sessionId, current, next }: ChangePasswordInput & { sessionId: number | null },
  ): Promise<number[]> {
    const user = await this.users.findActive(userId);
    if (!user || !(await passwordFits(user.passwordHash, current))) throw new ProblemError('password.wrong');
    await this.users.setPassword(userId, await hashPassword(next));
    return this.sessions.endOthers(userId, sessionId);
  }
}

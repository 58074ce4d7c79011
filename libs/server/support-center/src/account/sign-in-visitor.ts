import { Injectable } from '@nestjs/common';
import { passwordFits, SignInBrake } from '@bureau/identity';
import { ProblemError } from '@bureau/platform';
import { AccountRepository } from './account.repository.ts';
import { VisitorSessionRepository } from './visitor-session.repository.ts';

/** Where somebody signs in. */
export interface VisitorOrigin {
  brandId: number;
  ip: string;
  userAgent: string;
}

/** Finds out whether a customer is who they say, and opens a session. One answer for every kind of wrong (S39). */
@Injectable()
export class SignInVisitor {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: VisitorSessionRepository,
    private readonly brake: SignInBrake,
  ) {}

  /** Throws session.refused, session.throttled. */
  async run(
    { email, password }: { email: string; password: string },
    origin: VisitorOrigin,
  ): Promise<{ token: string; expiresAt: Date }> {
    const subject = `customer:${email.toLowerCase()}`;
    await this.brake.count(subject, origin.ip);
    const owner = await this.accounts.ownerOf(email);
    const fits = await passwordFits(owner?.verified ? owner.passwordHash : null, password);
    if (!fits || !owner?.accountId) throw new ProblemError('session.refused');
    await this.brake.forgive(subject, origin.ip);
    return this.sessions.open(owner.accountId, origin);
  }
}

import { Injectable } from '@nestjs/common';
import type { ResetPassword as Input } from '@bureau/contracts';
import { ProblemError, RealtimePublisher, Transactional } from '@bureau/platform';
import { AuditLog } from '../audit/audit-log.ts';
import { BasicAuthentication } from '../session/basic-authentication.ts';
import { hashPassword } from '../session/passwords.ts';
import { SessionRepository } from '../session/session.repository.ts';
import { SignInRules } from '../sign-in-settings/sign-in-rules.ts';
import { UserRepository } from '../user/user.repository.ts';
import { UserTokenRepository } from './user-token.repository.ts';

/** A new password with a mailed link. Whoever was signed in as this user, rightly or not, is out. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly tokens: UserTokenRepository,
    private readonly users: UserRepository,
    private readonly sessions: SessionRepository,
    private readonly basic: BasicAuthentication,
    private readonly audit: AuditLog,
    private readonly rules: SignInRules,
    private readonly realtime: RealtimePublisher,
  ) {}

  /** Throws link.gone, request.invalid. */
  async run({ token, password }: Input): Promise<void> {
    if (!(await this.tokens.owner('password-reset', token))) throw new ProblemError('link.gone');
    await this.rules.checkPassword(password, 'password');
    const userId = await this.replace(token, await hashPassword(password));
    this.basic.forget();
    this.realtime.disconnect({ userId });
  }

  @Transactional()
  private async replace(token: string, passwordHash: string): Promise<number> {
    const userId = await this.tokens.spend('password-reset', token);
    const actor = userId === undefined ? undefined : await this.users.actor(userId);
    if (!actor) throw new ProblemError('link.gone');
    await this.tokens.endAll(actor.userId);
    await this.users.setPassword(actor.userId, passwordHash);
    await this.sessions.endOthers(actor.userId, null);
    await this.audit.record(actor, { noun: 'user', id: actor.userId, name: actor.name, action: 'password-reset' });
    return actor.userId;
  }
}

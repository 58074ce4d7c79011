import { Injectable } from '@nestjs/common';
import type { AcceptInvitation as Input } from '@bureau/contracts';
import { ProblemError, Transactional } from '@bureau/platform';
import { AuditLog } from '../audit/audit-log.ts';
import { hashPassword } from '../session/passwords.ts';
import { SignInRules } from '../sign-in-settings/sign-in-rules.ts';
import { UserRepository } from '../user/user.repository.ts';
import { UserTokenRepository } from './user-token.repository.ts';

/** Somebody who was invited chooses a name and a password, and may sign in from then on. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly tokens: UserTokenRepository,
    private readonly users: UserRepository,
    private readonly audit: AuditLog,
    private readonly rules: SignInRules,
  ) {}

  /** Throws link.gone, request.invalid. */
  async run({ token, name, password }: Input): Promise<void> {
    // Hashing a password takes long by design: only for whoever has a good link.
    if (!(await this.tokens.owner('invitation', token))) throw new ProblemError('link.gone');
    await this.rules.checkPassword(password, 'password');
    await this.join({ token, name, passwordHash: await hashPassword(password) });
  }

  @Transactional()
  private async join({ token, name, passwordHash }: { token: string; name: string; passwordHash: string }) {
    const userId = await this.tokens.spend('invitation', token);
    if (userId === undefined) throw new ProblemError('link.gone');
    await this.tokens.endAll(userId);
    await this.users.rename(userId, name);
    await this.users.setPassword(userId, passwordHash);
    const actor = await this.users.actor(userId);
    if (!actor) throw new ProblemError('link.gone');
    await this.audit.record(actor, { noun: 'user', id: userId, name, action: 'joined' });
  }
}

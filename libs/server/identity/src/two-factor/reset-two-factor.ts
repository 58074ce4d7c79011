import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { ProblemError, RealtimePublisher, Transactional } from '@bureau/platform';
import { AuditLog } from '../audit/audit-log.ts';
import { ManagedUser } from '../session/managed-user.ts';
import { SessionRepository } from '../session/session.repository.ts';
import { TwoFactorRepository } from './two-factor.repository.ts';

/** For somebody who lost the authenticator and the recovery codes: the password alone signs in again. */
@Injectable()
export class ResetTwoFactor {
  constructor(
    private readonly factors: TwoFactorRepository,
    private readonly sessions: SessionRepository,
    private readonly managed: ManagedUser,
    private readonly audit: AuditLog,
    private readonly realtime: RealtimePublisher,
  ) {}

  /** All sessions of the user end. Throws user.not-found, rights.exceeded, two-factor.not-enabled. */
  async run(actor: Actor, userId: number): Promise<void> {
    await this.remove(actor, userId);
    this.realtime.disconnect({ userId });
  }

  @Transactional()
  private async remove(actor: Actor, id: number): Promise<void> {
    const { name } = await this.managed.find(actor, id);
    if (!(await this.factors.remove(id))) throw new ProblemError('two-factor.not-enabled');
    await this.sessions.endOthers(id, null);
    await this.audit.record(actor, { noun: 'two-factor', id, name, action: 'revoked', before: { enabled: true } });
  }
}

import { Injectable } from '@nestjs/common';
import type { RecoveryCodes, TwoFactorSetup } from '@bureau/contracts';
import {
  Clock,
  InstallationSecret,
  ProblemError,
  RealtimePublisher,
  seal,
  Transactional,
  type SignedIn,
} from '@bureau/platform';
import { AuditLog } from '../audit/audit-log.ts';
import { userOf } from '../session/user-of.ts';
import { BasicAuthentication } from '../session/basic-authentication.ts';
import { ProvePassword } from '../session/prove-password.ts';
import { SessionRepository } from '../session/session.repository.ts';
import { UserRepository } from '../user/user.repository.ts';
import { CheckCode } from './check-code.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { newTotpSecret, totpUri } from './totp.ts';
import { TwoFactorRepository } from './two-factor.repository.ts';

/** In two steps: the secret goes to the authenticator, and a code of the authenticator switches it on. */
@Injectable()
export class SetUpTwoFactor {
  constructor(
    private readonly factors: TwoFactorRepository,
    private readonly users: UserRepository,
    private readonly sessions: SessionRepository,
    private readonly password: ProvePassword,
    private readonly checkCode: CheckCode,
    private readonly basic: BasicAuthentication,
    private readonly audit: AuditLog,
    private readonly realtime: RealtimePublisher,
    private readonly secret: InstallationSecret,
    private readonly clock: Clock,
  ) {}

  /** Throws password.wrong, session.throttled, two-factor.enabled. */
  async begin({ actor }: SignedIn, password: string, ip: string): Promise<TwoFactorSetup> {
    const { userId } = userOf(actor);
    await this.password.run(userId, password, ip);
    const user = await this.users.findActive(userId);
    const secret = newTotpSecret();
    const begun = await this.factors.begin(userId, seal(this.secret, secret));
    if (!user || !begun) throw new ProblemError('two-factor.enabled');
    return { secret, uri: totpUri(secret, { issuer: 'Bureau', account: user.email }) };
  }

  /** Ends every other session: they were opened with the password alone. Throws two-factor.wrong-code and the like. */
  async confirm({ actor, sessionId }: SignedIn, code: string): Promise<RecoveryCodes> {
    const user = userOf(actor);
    await this.checkCode.first(user.userId, code);
    const recoveryCodes = newRecoveryCodes();
    const ended = await this.switchOn(user, { sessionId, recoveryCodes });
    this.basic.forget();
    for (const id of ended) this.realtime.disconnect({ sessionId: `${id}` });
    return { recoveryCodes };
  }

  @Transactional()
  private async switchOn(
    actor: ReturnType<typeof userOf>,
    { sessionId, recoveryCodes }: { sessionId: number | null; recoveryCodes: string[] },
  ): Promise<number[]> {
    const { userId, name } = actor;
    if (!(await this.factors.confirm(userId, this.clock.now()))) throw new ProblemError('two-factor.enabled');
    const hashes = recoveryCodes.map((code) => hashRecoveryCode(this.secret, { userId, code }));
    await this.factors.replaceRecoveryCodes(userId, hashes);
    await this.audit.record(actor, {
      noun: 'two-factor',
      id: userId,
      name,
      action: 'enabled',
      after: { enabled: true },
    });
    return this.sessions.endOthers(userId, sessionId);
  }
}

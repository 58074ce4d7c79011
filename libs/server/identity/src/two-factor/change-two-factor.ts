import { Injectable } from '@nestjs/common';
import type { ProveTwoFactor, RecoveryCodes } from '@bureau/contracts';
import { InstallationSecret, ProblemError, Transactional, type SignedIn } from '@bureau/platform';
import { AuditLog } from '../audit/audit-log.ts';
import { ProvePassword } from '../session/prove-password.ts';
import { userOf } from '../session/user-of.ts';
import { CheckCode } from './check-code.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { TwoFactorRepository } from './two-factor.repository.ts';

/** What takes both factors to do: whoever finds a screen unlocked has neither. */
@Injectable()
export class ChangeTwoFactor {
  constructor(
    private readonly factors: TwoFactorRepository,
    private readonly password: ProvePassword,
    private readonly checkCode: CheckCode,
    private readonly audit: AuditLog,
    private readonly secret: InstallationSecret,
  ) {}

  /** New recovery codes; the old ones end. Throws password.wrong, two-factor.wrong-code, session.throttled. */
  async renewRecoveryCodes(signedIn: SignedIn, proof: ProveTwoFactor, ip: string): Promise<RecoveryCodes> {
    const { userId } = await this.prove(signedIn, proof, ip);
    const recoveryCodes = newRecoveryCodes();
    await this.keep(userId, recoveryCodes);
    return { recoveryCodes };
  }

  /** Throws the same. */
  async disable(signedIn: SignedIn, proof: ProveTwoFactor, ip: string): Promise<void> {
    await this.switchOff(await this.prove(signedIn, proof, ip));
  }

  private async prove({ actor }: SignedIn, { password, code }: ProveTwoFactor, ip: string) {
    const user = userOf(actor);
    await this.password.run(user.userId, password, ip);
    await this.checkCode.run(user.userId, code);
    return user;
  }

  @Transactional()
  private keep(userId: number, codes: string[]): Promise<void> {
    const hashes = codes.map((code) => hashRecoveryCode(this.secret, { userId, code }));
    return this.factors.replaceRecoveryCodes(userId, hashes);
  }

  @Transactional()
  private async switchOff(actor: ReturnType<typeof userOf>): Promise<void> {
    const { userId: id, name } = actor;
    if (!(await this.factors.remove(id))) throw new ProblemError('two-factor.not-enabled');
    await this.audit.record(actor, { noun: 'two-factor', id, name, action: 'disabled', before: { enabled: true } });
  }
}

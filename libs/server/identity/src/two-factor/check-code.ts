import { Injectable } from '@nestjs/common';
import { Clock, InstallationSecret, ProblemError, unseal } from '@bureau/platform';
import { hashRecoveryCode, normaliseCode } from './recovery-codes.ts';
import { stepOfCode } from './totp.ts';
import { TwoFactorRepository } from './two-factor.repository.ts';

const WINDOW_MINUTES = 15;

/**
 * Finds out whether a code is the user's, and spends it. A guess is counted before it is looked at, five in a quarter of
 * an hour, and stays counted whatever becomes of the request: this must not run in a transaction that may be rolled back.
 */
@Injectable()
export class CheckCode {
  constructor(
    private readonly factors: TwoFactorRepository,
    private readonly secret: InstallationSecret,
    private readonly clock: Clock,
  ) {}

  /** A code of the switched-on factor, or a recovery code. Throws two-factor.wrong-code, session.throttled. */
  async run(userId: number, code: string): Promise<void> {
    await this.check(userId, { code, confirmed: true });
  }

  /** The first code of a factor that is being set up. Throws the same, and two-factor.not-enabled. */
  async first(userId: number, code: string): Promise<void> {
    await this.check(userId, { code, confirmed: false });
  }

  private async check(userId: number, { code, confirmed }: { code: string; confirmed: boolean }): Promise<void> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - WINDOW_MINUTES * 60_000);
    const factor = await this.factors.guess(userId, { now, since });
    if (!factor) throw await this.refusal(userId);
    if (factor.confirmed !== confirmed)
      throw new ProblemError(confirmed ? 'two-factor.not-enabled' : 'two-factor.enabled');

    const plain = normaliseCode(code);
    const right = /^\d{6}$/.test(plain)
      ? await this.spendCode(userId, { code: plain, secretSealed: factor.secretSealed, now })
      : confirmed &&
        (await this.factors.spendRecoveryCode(userId, hashRecoveryCode(this.secret, { userId, code }), now));
    if (!right) throw new ProblemError('two-factor.wrong-code');
  }

  private async spendCode(
    userId: number,
    { code, secretSealed, now }: { code: string; secretSealed: string; now: Date },
  ): Promise<boolean> {
    const step = stepOfCode(unseal(this.secret, secretSealed), code, now);
    return step !== undefined && this.factors.spendStep(userId, step);
  }

  private async refusal(userId: number): Promise<ProblemError> {
    if (!(await this.factors.isBegun(userId))) return new ProblemError('two-factor.not-enabled');
    return new ProblemError('session.throttled', { retryAfterSeconds: WINDOW_MINUTES * 60 });
  }
}

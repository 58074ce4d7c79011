import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor, type ChangeSignInSettings as Input, type SignInSettings } from '@bureau/contracts';
import { checkVersion, InvalidInput, Transactional, type RawJson } from '@bureau/platform';
import { AuditLog } from '../audit/audit-log.ts';
import { EndSpentSessions } from './end-spent-sessions.ts';
import { SignInSettingsRepository } from './sign-in-settings.repository.ts';

interface WantedChange {
  input: Input;
  ifMatch: string | null;
}

/** Changes how everybody signs in. The rules hold from the next request on, for sessions that are open too. */
@Injectable()
export class ChangeSignInSettings {
  constructor(
    private readonly settings: SignInSettingsRepository,
    private readonly audit: AuditLog,
    private readonly endSpent: EndSpentSessions,
  ) {}

  /** Throws request.invalid, request.precondition-failed. */
  async run(actor: Actor, change: WantedChange): Promise<RawJson> {
    await this.write(actor, change);
    await this.endSpent.run();
    return this.settings.read();
  }

  @Transactional()
  private async write(actor: Actor, { input, ifMatch }: WantedChange): Promise<void> {
    const { settings, version } = await this.settings.lock();
    checkVersion(version, ifMatch);

    const before = stateOf(settings);
    const after = { ...before, ...input, emailDomains: [...new Set(input.emailDomains ?? before.emailDomains)] };
    await this.check(actor, before, after);
    await this.settings.update(after);
    await this.audit.record(actor, { noun: 'sign-in', id: null, name: '', action: 'changed', before, after });
  }

  private async check(actor: Actor, before: Required<Input>, after: Required<Input>): Promise<void> {
    if (after.idleMinutes > after.sessionHours * 60) {
      const message = 'Not longer than a session lasts in any case.';
      throw new InvalidInput([{ path: 'idleMinutes', message }]);
    }
    const userId = userIdOf(actor);
    const newlyDemanded = after.twoFactorRequired && !before.twoFactorRequired;
    // Whoever demands it of everybody must be able to take it back.
    if (newlyDemanded && userId !== undefined && !(await this.settings.hasTwoFactor(userId))) {
      const message = 'Set up your own second factor first, or you shut yourself out.';
      throw new InvalidInput([{ path: 'twoFactorRequired', message }]);
    }
  }
}

function stateOf({ updatedAt: _, ...state }: SignInSettings): Required<Input> {
  return state;
}

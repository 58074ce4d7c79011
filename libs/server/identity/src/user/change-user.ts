import { Injectable } from '@nestjs/common';
import type { Actor, ChangeUser as Input } from '@bureau/contracts';
import { checkVersion, orTaken, ProblemError, RealtimePublisher, Transactional, type RawJson } from '@bureau/platform';
import { TieRepository } from '../access/tie.repository.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { MailLink } from '../invitation/mail-link.ts';
import { UserTokenRepository } from '../invitation/user-token.repository.ts';
import { GuardRights } from '../role/guard-rights.ts';
import { RoleRepository } from '../role/role.repository.ts';
import { SignInRules } from '../sign-in-settings/sign-in-rules.ts';
import { noSuchRole } from './invite-user.ts';
import { UserRecordRepository, type LockedUser } from './user-record.repository.ts';
import { UsersQueries } from './users.queries.ts';

interface WantedChange {
  input: Input;
  ifMatch: string | null;
}

/** Changes who somebody is and what he may do; both take effect with his next request. */
@Injectable()
export class ChangeUser {
  constructor(
    private readonly records: UserRecordRepository,
    private readonly ties: TieRepository,
    private readonly roles: RoleRepository,
    private readonly tokens: UserTokenRepository,
    private readonly guard: GuardRights,
    private readonly audit: AuditLog,
    private readonly mail: MailLink,
    private readonly queries: UsersQueries,
    private readonly rules: SignInRules,
    private readonly realtime: RealtimePublisher,
  ) {}

  /**
   * Throws user.not-found, user.email-taken, user.last-administrator, rights.exceeded, request.invalid,
   * request.precondition-failed.
   */
  async run(actor: Actor, userId: number, change: WantedChange): Promise<RawJson> {
    const { before, after } = await this.write(actor, userId, change);
    // Rooms were joined with the old rights; whoever comes back is asked anew.
    this.realtime.disconnect({ userId });
    const { email, state } = after.record;
    if (state === 'invited' && email !== before.record.email) await this.mail.invite({ userId, email });
    return this.queries.read(actor, userId);
  }

  @Transactional()
  private async write(
    actor: Actor,
    id: number,
    { input, ifMatch }: WantedChange,
  ): Promise<{ before: LockedUser; after: LockedUser }> {
    await this.guard.lockAdministrators();
    const own = await this.guard.rightsOf(actor);
    const before = await this.lock(id);
    checkVersion(before.version, ifMatch);
    await this.guard.overUser(own, id);
    if (input.email !== undefined && input.email !== before.record.email) await this.rules.checkAddress(input.email);
    await this.apply(id, input);
    await this.guard.overUser(own, id);

    const after = await this.lock(id);
    if (before.everything && !after.everything) await this.guard.requireAdministrator();
    // A link that was mailed to the old address must not open the door any more.
    if (before.record.email !== after.record.email) await this.tokens.endAll(id);
    const states = { before: { ...before.record }, after: { ...after.record } };
    await this.audit.record(actor, { noun: 'user', id, name: after.record.name, action: 'changed', ...states });
    return { before, after };
  }

  private async apply(id: number, input: Input): Promise<void> {
    if (input.roleId !== undefined && !(await this.roles.lock(input.roleId))) throw noSuchRole(input.roleId);
    await orTaken('user.email-taken', () => this.records.update(id, input));
    if (input.groupIds) await this.ties.replace(id, 'user-groups', input.groupIds);
    if (input.brandIds) await this.ties.replace(id, 'user-brands', input.brandIds);
  }

  private async lock(id: number): Promise<LockedUser> {
    const user = await this.records.lock(id);
    if (!user) throw new ProblemError('user.not-found');
    return user;
  }
}

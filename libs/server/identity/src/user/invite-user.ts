import { Injectable } from '@nestjs/common';
import type { Actor, InviteUser as Input } from '@bureau/contracts';
import { InvalidInput, orTaken, ProblemError, Transactional, type RawJson } from '@bureau/platform';
import { TieRepository } from '../access/tie.repository.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { MailLink } from '../invitation/mail-link.ts';
import { UserTokenRepository } from '../invitation/user-token.repository.ts';
import { GuardRights } from '../role/guard-rights.ts';
import { RoleRepository } from '../role/role.repository.ts';
import { SignInRules } from '../sign-in-settings/sign-in-rules.ts';
import { UserRecordRepository } from './user-record.repository.ts';
import { UsersQueries } from './users.queries.ts';

/** Adds somebody to the desk. The mail with the link goes out once the user is there. */
@Injectable()
export class InviteUser {
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
  ) {}

  /** Throws user.email-taken, rights.exceeded, request.invalid. */
  async run(actor: Actor, input: Input): Promise<RawJson> {
    const userId = await this.add(actor, input);
    await this.mail.invite({ userId, email: input.email });
    return this.queries.read(actor, userId);
  }

  /** Throws user.not-found, user.joined, user.disabled, rights.exceeded. */
  async again(actor: Actor, userId: number): Promise<void> {
    await this.mail.invite({ userId, email: await this.renew(actor, userId) });
  }

  @Transactional()
  private async add(actor: Actor, { groupIds, brandIds, ...user }: Input): Promise<number> {
    const own = await this.guard.rightsOf(actor);
    await this.rules.checkAddress(user.email);
    if (!(await this.roles.lock(user.roleId))) throw noSuchRole(user.roleId);
    const id = await orTaken('user.email-taken', () => this.records.create(user));
    await this.ties.replace(id, 'user-groups', groupIds);
    await this.ties.replace(id, 'user-brands', brandIds);
    await this.guard.overUser(own, id);

    const after = (await this.records.lock(id))?.record ?? {};
    await this.audit.record(actor, { noun: 'user', id, name: user.name, action: 'invited', after });
    return id;
  }

  @Transactional()
  private async renew(actor: Actor, id: number): Promise<string> {
    const user = await this.records.lock(id);
    if (!user) throw new ProblemError('user.not-found');
    await this.guard.overUser(await this.guard.rightsOf(actor), id);
    const { state, name, email } = user.record;
    if (state !== 'invited') throw new ProblemError(state === 'active' ? 'user.joined' : 'user.disabled');
    await this.tokens.endAll(id);
    await this.audit.record(actor, { noun: 'user', id, name, action: 'invited' });
    return email;
  }
}

export function noSuchRole(id: number): InvalidInput {
  return new InvalidInput([{ path: 'roleId', message: `There is no role ${id}.` }]);
}

import { Injectable } from '@nestjs/common';
import { Permission, type Actor, type ChangeRole, type CreateRole } from '@bureau/contracts';
import { checkVersion, orTaken, ProblemError, RealtimePublisher, Transactional, type RawJson } from '@bureau/platform';
import { AuditLog } from '../audit/audit-log.ts';
import { GuardRights } from './guard-rights.ts';
import type { RoleEntity } from './role.entity.ts';
import { RoleRepository } from './role.repository.ts';

interface WantedChange {
  input: ChangeRole;
  ifMatch: string | null;
}

/** Roles as administrators keep them. Nobody makes one, or touches one, that may do more than he. */
@Injectable()
export class RolesService {
  constructor(
    private readonly roles: RoleRepository,
    private readonly guard: GuardRights,
    private readonly audit: AuditLog,
    private readonly realtime: RealtimePublisher,
  ) {}

  /** Throws role.not-found. */
  async read(id: number): Promise<RawJson> {
    const role = await this.roles.read(id);
    if (!role) throw new ProblemError('role.not-found');
    return role;
  }

  /** Throws role.name-taken, rights.exceeded. */
  @Transactional()
  async create(actor: Actor, input: CreateRole): Promise<RawJson> {
    const own = await this.guard.rightsOf(actor);
    const role = await orTaken('role.name-taken', () => this.roles.create(input));
    await this.guard.overRole(own, role.id);
    const after = stateOf(role);
    await this.audit.record(actor, { noun: 'role', id: role.id, name: role.name, action: 'created', after });
    return this.read(role.id);
  }

  /** Throws role.not-found, role.name-taken, role.everything, rights.exceeded, request.precondition-failed. */
  async change(actor: Actor, id: number, change: WantedChange): Promise<RawJson> {
    await this.write(actor, id, change);
    // Rooms were joined with the old rights; whoever comes back is asked anew.
    for (const userId of await this.roles.userIds(id)) this.realtime.disconnect({ userId });
    return this.read(id);
  }

  @Transactional()
  private async write(actor: Actor, id: number, { input, ifMatch }: WantedChange): Promise<void> {
    const own = await this.guard.rightsOf(actor);
    const before = await this.lock(id, ifMatch);
    await this.guard.overRole(own, id);
    if (before.everything && narrows(input)) throw new ProblemError('role.everything');

    await orTaken('role.name-taken', () => this.roles.update(id, input));
    await this.guard.overRole(own, id);
    const states = { before: stateOf(before), after: stateOf({ ...before, ...input }) };
    await this.audit.record(actor, { noun: 'role', id, name: states.after.name, action: 'changed', ...states });
  }

  /** Throws role.not-found, role.standard, role.in-use, rights.exceeded. */
  @Transactional()
  async remove(actor: Actor, id: number): Promise<void> {
    const role = await this.lock(id, null);
    if (role.key !== null) throw new ProblemError('role.standard');
    await this.guard.overRole(await this.guard.rightsOf(actor), id);
    if ((await this.roles.userIds(id)).length > 0) throw new ProblemError('role.in-use');
    await this.roles.remove(id);
    await this.audit.record(actor, { noun: 'role', id, name: role.name, action: 'deleted', before: stateOf(role) });
  }

  private async lock(id: number, ifMatch: string | null): Promise<RoleEntity> {
    const locked = await this.roles.lock(id);
    const role = locked && (await this.roles.find(id));
    if (!locked || !role) throw new ProblemError('role.not-found');
    checkVersion(locked.version, ifMatch);
    return role;
  }
}

function narrows({ permissions, caseScope, ownBrandsOnly }: ChangeRole): boolean {
  const fewer = permissions !== undefined && Permission.options.some((known) => !permissions.includes(known));
  return fewer || (caseScope ?? 'all') !== 'all' || ownBrandsOnly === true;
}

type State = Pick<
  RoleEntity,
  'name' | 'description' | 'permissions' | 'caseScope' | 'ownBrandsOnly' | 'twoFactorRequired'
>;

function stateOf({ name, description, permissions, caseScope, ownBrandsOnly, twoFactorRequired }: State) {
  return { name, description, permissions: permissions.toSorted(), caseScope, ownBrandsOnly, twoFactorRequired };
}

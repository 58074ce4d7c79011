import { Injectable } from '@nestjs/common';
import type { Actor, ChangeGroup, CreateGroup, Group } from '@bureau/contracts';
import { checkVersion, orTaken, ProblemError, RealtimePublisher, Transactional, type RawJson } from '@bureau/platform';
import { TieRepository } from '../access/tie.repository.ts';
import { AuditLog } from '../audit/audit-log.ts';
import { GuardRights } from '../role/guard-rights.ts';
import { GroupRepository } from './group.repository.ts';

interface WantedChange {
  input: ChangeGroup;
  ifMatch: string | null;
}

/** Teams. Membership lets people see cases, so nobody gives it for groups or brands that he does not see himself. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly groups: GroupRepository,
    private readonly ties: TieRepository,
    private readonly guard: GuardRights,
    private readonly audit: AuditLog,
    private readonly realtime: RealtimePublisher,
  ) {}

  /** Throws group.not-found. */
  async read(id: number): Promise<RawJson> {
    const group = await this.groups.read(id);
    if (!group) throw new ProblemError('group.not-found');
    return group;
  }

  /** Throws group.name-taken, rights.exceeded, request.invalid. */
  async create(actor: Actor, input: CreateGroup): Promise<RawJson> {
    const group = await this.add(actor, input);
    this.askAnew(input.userIds);
    return group;
  }

  /**
   * Throws group.not-found, group.name-taken, group.dissolving, rights.exceeded, request.invalid,
   * request.precondition-failed.
   */
  async change(actor: Actor, id: number, change: WantedChange): Promise<RawJson> {
    const { before, after } = await this.write(actor, id, change);
    this.askAnew([...before.userIds, ...after.userIds]);
    return this.read(id);
  }

  @Transactional()
  private async add(actor: Actor, { name, userIds, brandIds }: CreateGroup): Promise<RawJson> {
    this.guard.overSight(await this.guard.rightsOf(actor), { brandIds });
    const id = await orTaken('group.name-taken', () => this.groups.create(name));
    await this.ties.replace(id, 'group-users', userIds);
    await this.ties.replace(id, 'group-brands', brandIds);
    const { group } = await this.lock(id);
    await this.audit.record(actor, { noun: 'group', id, name, action: 'created', after: stateOf(group) });
    return this.read(id);
  }

  @Transactional()
  private async write(
    actor: Actor,
    id: number,
    { input, ifMatch }: WantedChange,
  ): Promise<{ before: Group; after: Group }> {
    const { group: before, version } = await this.lock(id);
    checkVersion(version, ifMatch);
    if (before.successorId !== undefined) throw new ProblemError('group.dissolving');
    // Whoever is put into the group sees what its members see; whoever is taken out, or loses a brand, no longer does.
    this.guard.overSight(await this.guard.rightsOf(actor), {
      groupIds: [id],
      brandIds: [...before.brandIds, ...(input.brandIds ?? [])],
    });

    await orTaken('group.name-taken', () => this.groups.rename(id, input.name ?? before.name));
    if (input.userIds) await this.ties.replace(id, 'group-users', input.userIds);
    if (input.brandIds) await this.ties.replace(id, 'group-brands', input.brandIds);

    const { group: after } = await this.lock(id);
    const states = { before: stateOf(before), after: stateOf(after) };
    await this.audit.record(actor, { noun: 'group', id, name: after.name, action: 'changed', ...states });
    return { before, after };
  }

  private async lock(id: number): Promise<{ group: Group; version: string }> {
    const locked = await this.groups.lock(id);
    if (!locked) throw new ProblemError('group.not-found');
    return locked;
  }

  /** Rooms were joined with the old rights; whoever comes back is asked anew. */
  private askAnew(userIds: number[]): void {
    for (const userId of new Set(userIds)) this.realtime.disconnect({ userId });
  }
}

function stateOf({ name, userIds, brandIds }: Group) {
  return { name, userIds, brandIds };
}

import { Injectable } from '@nestjs/common';
import { stampOf, type Actor, type Group } from '@bureau/contracts';
import { InvalidInput, Outbox, ProblemError, RealtimePublisher, Transactional } from '@bureau/platform';
import { AuditLog } from '../audit/audit-log.ts';
import { GuardRights } from '../role/guard-rights.ts';
import { GroupHeirs } from './group-heirs.ts';
import { GroupRepository } from './group.repository.ts';

/**
 * Deletes a group. What belongs to it goes to a successor: mailboxes, filters and whatever names it at once, cases batch
 * by batch, each with a line in its history; the group itself goes when the last one has left, so that nothing is ever
 * without a group.
 */
@Injectable()
export class DeleteGroup {
  constructor(
    private readonly groups: GroupRepository,
    private readonly heirs: GroupHeirs,
    private readonly guard: GuardRights,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly realtime: RealtimePublisher,
  ) {}

  /**
   * Throws group.not-found, group.dissolving, group.in-use (without a successor, with the counts of what belongs to it),
   * rights.exceeded, request.invalid.
   */
  @Transactional()
  async run(actor: Actor, id: number, { successorId }: { successorId?: number | undefined }): Promise<void> {
    const group = await this.lock(id);
    const sight = [id, ...(successorId === undefined ? [] : [successorId])];
    this.guard.overSight(await this.guard.rightsOf(actor), { groupIds: sight });
    const belongings = await this.groups.belongings(id);
    const named = await this.heirs.counts(id);
    const successor = successorId === undefined ? undefined : await this.successor(group, successorId);

    const { groups, cases, mailboxes, filters } = belongings;
    const hasAny = cases + mailboxes + filters > 0 || Object.keys(named).length > 0;
    if (groups > 0 || (!successor && hasAny)) throw new ProblemError('group.in-use', { ...belongings, ...named });
    const { name, userIds, brandIds } = group;
    const before = { name, userIds, brandIds };
    const after = successor && { successor: successor.name };
    await this.audit.record(actor, { noun: 'group', id, name, action: 'deleted', before, ...(after ? { after } : {}) });
    if (!successor) return this.groups.remove(id);
    await this.groups.handOver(id, successor.id);
    await this.heirs.follow(actor, id, successor.id);
    await this.outbox.add('group.dissolving', { groupId: id, successorId: successor.id, actor: stampOf(actor) });
  }

  /** Removes a group that hands over, once it has nothing any more. False while it has. */
  async finish(actor: Actor, id: number): Promise<boolean> {
    const members = await this.removeEmpty(actor, id);
    // Rooms were joined with the old rights; whoever comes back is asked anew.
    for (const userId of members ?? []) this.realtime.disconnect({ userId });
    return members !== null;
  }

  @Transactional()
  private async removeEmpty(actor: Actor, id: number): Promise<number[] | null> {
    const locked = await this.groups.lock(id);
    if (!locked) return [];
    const { cases } = await this.groups.belongings(id);
    if (cases > 0) return null;
    const { successorId, userIds } = locked.group;
    // Whoever was just saving something that names the group, while it was deleted, has finished by now.
    if (successorId !== undefined) await this.heirs.follow(actor, id, successorId);
    await this.groups.remove(id);
    return userIds;
  }

  private async lock(id: number): Promise<Group> {
    const locked = await this.groups.lock(id);
    if (!locked) throw new ProblemError('group.not-found');
    if (locked.group.successorId !== undefined) throw new ProblemError('group.dissolving');
    return locked.group;
  }

  private async successor(group: Group, id: number): Promise<Group> {
    const refuse = (message: string) => new InvalidInput([{ path: 'query.successorId', message }]);
    if (id === group.id) throw refuse('Choose another group than the one that goes.');
    const locked = await this.groups.lock(id);
    if (!locked) throw refuse(`There is no group ${id}.`);
    if (locked.group.successorId !== undefined) throw refuse('This group is going itself; choose one that stays.');
    return locked.group;
  }
}

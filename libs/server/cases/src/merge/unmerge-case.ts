import { Injectable } from '@nestjs/common';
import type { Actor, CaseStatus, FieldChange } from '@bureau/contracts';
import { statusAfter } from '@bureau/domain';
import { Clock, ProblemError, Transactional } from '@bureau/platform';
import { CaseRepository, type LockedCase } from '../case/case.repository.ts';
import { RecordCaseChange } from '../case/record-case-change.ts';
import { SYSTEM } from '../case/system-actor.ts';
import { BelongingsRepository } from './belongings.repository.ts';
import { InteractionRepository } from './interaction.repository.ts';
import { MergeRepository, type Merge } from './merge.repository.ts';
import { TakeBackGains } from './take-back-gains.ts';

/** Takes a merged case out again, at any later time: everything that belongs to it goes home, and so do its answers. */
@Injectable()
export class UnmergeCase {
  constructor(
    private readonly cases: CaseRepository,
    private readonly merges: MergeRepository,
    private readonly interactions: InteractionRepository,
    private readonly belongings: BelongingsRepository,
    private readonly takeBackGains: TakeBackGains,
    private readonly recordChange: RecordCaseChange,
    private readonly clock: Clock,
  ) {}

  /** Throws case.not-found (also when the case that holds it is out of sight), merge.not-merged. */
  @Transactional()
  async run(actor: Actor, caseId: number): Promise<void> {
    await this.merges.holdStill();
    if (!(await this.cases.isVisible(actor, caseId))) throw new ProblemError('case.not-found');
    const merge = await this.merges.standing(caseId);
    if (!merge) throw new ProblemError('merge.not-merged');

    const way = await this.merges.wayOf(caseId);
    const rootId = way.at(-1) ?? merge.targetId;
    await this.merges.lockDeliveries([rootId]);
    const locked = await this.lock(actor, way, [caseId, rootId]);
    const source = locked.get(caseId);
    const root = locked.get(rootId);
    if (!source || !root) throw new ProblemError('case.not-found');
    await this.separate(actor, merge, { source, root, way: locked });
  }

  /** In the order of ids; the actor must see the two ends, what lies between is no business of his. */
  private async lock(actor: Actor, way: number[], seen: number[]): Promise<Map<number, LockedCase>> {
    const locked = new Map<number, LockedCase>();
    for (const id of way.toSorted((a, b) => a - b)) {
      const who = seen.includes(id) ? actor : SYSTEM;
      locked.set(id, await this.cases.lockOrThrow(who, id, { deleted: id !== way[0] }));
    }
    return locked;
  }

  private async separate(
    actor: Actor,
    merge: Merge,
    { source, root, way }: { source: LockedCase; root: LockedCase; way: Map<number, LockedCase> },
  ): Promise<void> {
    const at = this.clock.now();
    const lost = await this.takeBackGains.run(merge, way);
    const household = await this.merges.householdOf(source.id);
    const going = await this.interactions.within(root.id, household);
    const calledAt = await this.interactions.firstWords(going, merge.lastMessageId);

    await this.merges.end(merge, at);
    await this.interactions.move(going, source.id);
    await this.belongings.move({ caseId: root.id, homeIds: household }, source.id);
    await this.interactions.recount([source.id, root.id]);

    await this.reopen(actor, merge, { calledAt, at });
    for (const target of way.values()) {
      const labels = lost.get(target.id);
      if (target.id === source.id || (target.id !== root.id && !labels)) continue;
      await this.release(actor, target, { merge, labels, isRoot: target.id === root.id, at });
    }
  }

  /** The source is again as it was, unless a customer wrote to it meanwhile: then it waits, as it would have. */
  private async reopen(
    actor: Actor,
    merge: Merge,
    { calledAt, at }: { calledAt: Date | null; at: Date },
  ): Promise<void> {
    const restored = await this.cases.lockOrThrow(SYSTEM, merge.sourceId);
    const status = calledAt ? woken(restored.status) : restored.status;
    await this.recordChange.run(actor, restored, {
      event: 'case.unmerged',
      changes: [
        { field: 'status', from: 'closed', to: status },
        { field: 'mergedIntoId', from: merge.targetId, to: null },
      ],
      patch: {
        ...(status === restored.status ? {} : { status }),
        ...(calledAt ? { waitingSince: restored.waitingSince ?? calledAt, snoozedAt: null, snoozedUntil: null } : {}),
        excerpt: await this.interactions.excerptOf(merge.sourceId),
      },
      context: { mergeId: merge.id },
      at,
    });
  }

  private async release(
    actor: Actor,
    target: LockedCase,
    { merge, labels, isRoot, at }: { merge: Merge; labels: number[] | undefined; isRoot: boolean; at: Date },
  ): Promise<void> {
    const changes: FieldChange[] = [];
    if (isRoot) changes.push({ field: 'mergedCaseId', from: merge.sourceId, to: null });
    if (labels) changes.push({ field: 'labelIds', from: target.labelIds, to: labels });
    await this.recordChange.run(actor, target, {
      event: 'case.unmerged',
      changes,
      patch: {
        ...(labels ? { labelIds: labels } : {}),
        ...(isRoot ? await this.present(target) : {}),
      },
      context: { mergeId: merge.id },
      at,
    });
  }

  /** What the list shows of a case that has lost some of its messages. An answered customer does not wait again. */
  private async present({ id, waitingSince }: LockedCase) {
    return {
      excerpt: await this.interactions.excerptOf(id),
      waitingSince: waitingSince && (await this.interactions.waitingSince(id)),
    };
  }
}

function woken(status: CaseStatus): CaseStatus {
  return statusAfter(status, 'customer-writes') ?? status;
}

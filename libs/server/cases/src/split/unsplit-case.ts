import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { Clock, ProblemError, Transactional } from '@bureau/platform';
import { CaseRepository, type LockedCase } from '../case/case.repository.ts';
import { RecordCaseChange } from '../case/record-case-change.ts';
import { SYSTEM } from '../case/system-actor.ts';
import { InteractionRepository, type Interaction } from '../merge/interaction.repository.ts';
import { earlier } from '../merge/merge-cases.ts';
import { MergeRepository } from '../merge/merge.repository.ts';
import { SplitRepository, type Split } from './split.repository.ts';

/**
 * Gives everything of a case that was split off back: what went along to where it belonged, what was said since to the
 * case it came from. The empty case goes to the trash and points to that one, so that late answers find their way.
 */
@Injectable()
export class UnsplitCase {
  constructor(
    private readonly cases: CaseRepository,
    private readonly splits: SplitRepository,
    private readonly merges: MergeRepository,
    private readonly interactions: InteractionRepository,
    private readonly recordChange: RecordCaseChange,
    private readonly clock: Clock,
  ) {}

  /** Returns the id of the case that has everything back. Throws case.not-found, case.closed (merged), split.not-split. */
  @Transactional()
  async run(actor: Actor, caseId: number): Promise<number> {
    await this.merges.holdStill();
    if (!(await this.cases.isVisible(actor, caseId))) throw new ProblemError('case.not-found');
    const split = await this.splits.standing(caseId);
    if (!split) throw new ProblemError('split.not-split');

    const rootId = await this.merges.endOf(split.sourceId);
    const returning = await this.returning(caseId, split);
    const places = new Set([caseId, rootId, ...returning.keys()]);
    await this.merges.lockDeliveries([caseId]);
    const locked = new Map<number, LockedCase>();
    for (const id of [...places].sort((a, b) => a - b)) {
      const who = id === caseId || id === rootId ? actor : SYSTEM;
      locked.set(id, await this.cases.lockOrThrow(who, id, { deleted: id !== caseId }));
    }
    const shell = locked.get(caseId);
    if (!shell || shell.mergedIntoId !== null) throw new ProblemError('case.closed');

    await this.giveBack(actor, { shell, split, rootId, returning });
    return rootId;
  }

  /** What went along and still belongs to the case, by where it is to go. */
  private async returning(caseId: number, { sourceId, interactions }: Split): Promise<Map<number, Interaction[]>> {
    const here = await this.interactions.within(caseId, [caseId]);
    const homes = await this.splits.existing([...new Set(interactions.map(({ homeId }) => homeId))]);
    const byPlace = new Map<number, Interaction[]>();
    for (const { kind, id } of here) {
      const went = interactions.find((one) => one.kind === kind && one.id === id);
      if (!went) continue;
      const homeId = homes.has(went.homeId) ? went.homeId : sourceId;
      const place = await this.merges.endOf(homeId);
      byPlace.set(place, [...(byPlace.get(place) ?? []), { kind, id, homeId }]);
    }
    return byPlace;
  }

  private async giveBack(
    actor: Actor,
    {
      shell,
      split,
      rootId,
      returning,
    }: { shell: LockedCase; split: Split; rootId: number; returning: Map<number, Interaction[]> },
  ): Promise<void> {
    const at = this.clock.now();
    for (const [place, interactions] of returning) await this.interactions.move(interactions, place);
    await this.interactions.move(await this.interactions.within(shell.id), rootId);
    const household = await this.merges.householdOf(shell.id);
    await this.interactions.moveSuggestions({ caseId: shell.id, homeIds: household }, rootId);
    const places = new Set([rootId, ...returning.keys()]);
    await this.interactions.recount([shell.id, ...places]);
    await this.splits.end(split.id, at);

    const context = { splitId: split.id };
    await this.recordChange.run(actor, shell, {
      event: 'case.unsplit',
      changes: [
        { field: 'status', from: shell.status, to: 'closed' },
        { field: 'mergedIntoId', from: null, to: split.sourceId },
      ],
      patch: {
        status: 'closed',
        mergedIntoId: split.sourceId,
        waitingSince: null,
        deletedAt: at,
        lockedBy: null,
        lockedUntil: null,
      },
      context,
      at,
    });
    for (const place of places) {
      const target = await this.cases.lockOrThrow(SYSTEM, place, { deleted: true });
      await this.recordChange.run(actor, target, {
        event: 'case.unsplit',
        changes: [{ field: 'splitCaseId', from: shell.id, to: null }],
        patch: {
          excerpt: await this.interactions.excerptOf(place),
          waitingSince: place === rootId ? earlier(target.waitingSince, shell.waitingSince) : target.waitingSince,
        },
        context,
        at,
      });
    }
  }
}

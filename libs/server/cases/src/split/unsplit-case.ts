import { Injectable } from '@nestjs/common';
import type { Actor, FieldChange } from '@bureau/contracts';
import { statusAfter } from '@bureau/domain';
import { Clock, ProblemError, Transactional } from '@bureau/platform';
import type { CasePatch } from '../case/case-patch.ts';
import { CaseRepository, type LockedCase } from '../case/case.repository.ts';
import { RecordCaseChange } from '../case/record-case-change.ts';
import { SYSTEM } from '../case/system-actor.ts';
import { BelongingsRepository } from '../merge/belongings.repository.ts';
import { InteractionRepository, type Interaction } from '../merge/interaction.repository.ts';
import { earlier } from '../merge/merge-cases.ts';
import { MergeRepository } from '../merge/merge.repository.ts';
import { SplitRepository, type Split } from './split.repository.ts';

/** What goes home, by the case where its home is now. */
type Returning = Map<number, Interaction[]>;

/**
 * Gives everything of a case that was split off back: what went along to where it belonged, what was said since to the
 * case it came from. That one wakes when a customer wrote to the part and still waits, as it would have without the split.
 * The empty case goes to the trash and points to it, so that late answers find their way.
 */
@Injectable()
export class UnsplitCase {
  constructor(
    private readonly cases: CaseRepository,
    private readonly splits: SplitRepository,
    private readonly merges: MergeRepository,
    private readonly interactions: InteractionRepository,
    private readonly belongings: BelongingsRepository,
    private readonly recordChange: RecordCaseChange,
    private readonly clock: Clock,
  ) {}

  /** Returns the id of the case that has everything back. Throws case.not-found, case.closed (it is merged), split.not-split, split.holds-source. */
  @Transactional()
  async run(actor: Actor, caseId: number): Promise<number> {
    await this.merges.holdStill();
    if (!(await this.cases.isVisible(actor, caseId))) throw new ProblemError('case.not-found');
    const split = await this.splits.standing(caseId);
    if (!split) throw new ProblemError('split.not-split');

    const rootId = await this.merges.endOf(split.sourceId);
    if (rootId === caseId) throw new ProblemError('split.holds-source');
    const returning = await this.returning(caseId, split);
    const places = new Set([caseId, rootId, ...returning.keys()]);
    await this.merges.lockDeliveries([caseId]);
    for (const id of [...places].sort((a, b) => a - b)) await this.lock(actor, id, { caseId, rootId });

    await this.giveBack(actor, { shellId: caseId, split, rootId, returning });
    return rootId;
  }

  /** The actor must see the two ends; where else something goes home to is no business of his. */
  private async lock(actor: Actor, id: number, { caseId, rootId }: { caseId: number; rootId: number }): Promise<void> {
    const who = id === caseId || id === rootId ? actor : SYSTEM;
    const { mergedIntoId } = await this.cases.lockOrThrow(who, id, { deleted: id !== caseId });
    if (id === caseId && mergedIntoId !== null) throw new ProblemError('case.closed');
  }

  /** What went along and still belongs to the case, by where it is to go. */
  private async returning(caseId: number, { sourceId, interactions }: Split): Promise<Returning> {
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
    { shellId, split, rootId, returning }: { shellId: number; split: Split; rootId: number; returning: Returning },
  ): Promise<void> {
    const at = this.clock.now();
    for (const [place, interactions] of returning) await this.interactions.move(interactions, place);
    const words = await this.interactions.firstWordsTo(shellId);
    await this.interactions.move(await this.interactions.within(shellId), rootId);
    const household = await this.merges.householdOf(shellId);
    await this.belongings.move({ caseId: shellId, homeIds: household }, rootId);
    const places = new Set([rootId, ...returning.keys()]);
    await this.interactions.recount([shellId, ...places]);
    await this.splits.end(split.id, at);

    const waitedSince = await this.discard(actor, shellId, { split, at });
    const called = waitedSince !== null && words !== undefined;
    if (called) await this.merges.countAsSince(split.sourceId, words.id);
    for (const place of places) {
      if (place === shellId) continue;
      const isRoot = place === rootId;
      await this.tell(actor, place, { split, waitedSince: isRoot ? waitedSince : null, called: isRoot && called, at });
    }
  }

  /** Returns since when the customer of the discarded case waited. */
  private async discard(
    actor: Actor,
    shellId: number,
    { split, at }: { split: Split; at: Date },
  ): Promise<Date | null> {
    const shell = await this.cases.lockOrThrow(SYSTEM, shellId);
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
        snoozedAt: null,
        snoozedUntil: null,
        lockedBy: null,
        lockedUntil: null,
      },
      context: { splitId: split.id },
      at,
    });
    return shell.waitingSince;
  }

  private async tell(
    actor: Actor,
    caseId: number,
    { split, waitedSince, called, at }: { split: Split; waitedSince: Date | null; called: boolean; at: Date },
  ): Promise<void> {
    const target = await this.cases.lockOrThrow(SYSTEM, caseId, { deleted: true });
    const woken = called ? wake(target) : { changes: [], patch: {} };
    await this.recordChange.run(actor, target, {
      event: 'case.unsplit',
      changes: [{ field: 'splitCaseId', from: split.caseId, to: null }, ...woken.changes],
      patch: {
        ...woken.patch,
        excerpt: await this.interactions.excerptOf(caseId),
        waitingSince: earlier(target.waitingSince, waitedSince),
      },
      context: { splitId: split.id },
      at,
    });
  }
}

/** What a customer's words make of a case: they open it, and end its sleep. */
function wake({ status: before, snoozedAt, snoozedUntil }: LockedCase): { changes: FieldChange[]; patch: CasePatch } {
  const status = statusAfter(before, 'customer-writes') ?? before;
  const changes: FieldChange[] = [];
  if (status !== before) changes.push({ field: 'status', from: before, to: status });
  if (snoozedAt) changes.push({ field: 'snooze', from: { until: snoozedUntil?.toISOString() ?? null }, to: null });
  return { changes, patch: { ...(status === before ? {} : { status }), snoozedAt: null, snoozedUntil: null } };
}

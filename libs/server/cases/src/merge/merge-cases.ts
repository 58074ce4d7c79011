import { Injectable } from '@nestjs/common';
import { stampOf, type Actor, type FieldChange, type MergeCases as Merging } from '@bureau/contracts';
import { Clock, InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { CaseRepository, type LockedCase } from '../case/case.repository.ts';
import { RecordCaseChange } from '../case/record-case-change.ts';
import { BelongingsRepository } from './belongings.repository.ts';
import { InteractionRepository } from './interaction.repository.ts';
import { MergeRepository } from './merge.repository.ts';
import { closedProblem } from '../case/refuse-closed.ts';

/**
 * Merges cases: what was said moves into one of them, with where it belongs written on it, so that any of the others can
 * be taken out again. The target keeps its status.
 */
@Injectable()
export class MergeCases {
  constructor(
    private readonly cases: CaseRepository,
    private readonly merges: MergeRepository,
    private readonly interactions: InteractionRepository,
    private readonly belongings: BelongingsRepository,
    private readonly recordChange: RecordCaseChange,
    private readonly clock: Clock,
  ) {}

  /** Returns the target's id. Throws case.not-found, case.closed, case.merged, merge.email-only, merge.customers-differ. */
  @Transactional()
  async run(actor: Actor, { caseIds, intoCaseId, differentCustomers }: Merging): Promise<number> {
    const ids = [...new Set([...caseIds, ...(intoCaseId === undefined ? [] : [intoCaseId])])].sort((a, b) => a - b);
    if (ids.length < 2) throw new InvalidInput([{ path: 'caseIds', message: 'Name at least two different cases.' }]);

    await this.merges.holdStill();
    await this.merges.lockDeliveries(ids);
    const locked: LockedCase[] = [];
    for (const id of ids) locked.push(await this.cases.lockOrThrow(actor, id));
    await this.check(locked, differentCustomers);

    const [oldest] = locked;
    const target = locked.find(({ id }) => id === intoCaseId) ?? oldest;
    if (!target) throw new ProblemError('case.not-found');
    let into = target;
    for (const source of locked.filter(({ id }) => id !== target.id)) into = await this.take(actor, { source, into });
    return target.id;
  }

  private async check(cases: LockedCase[], differentCustomers: boolean): Promise<void> {
    const closed = cases.find(({ status }) => status === 'closed');
    if (closed) throw closedProblem(closed, { caseId: closed.id });
    const [other] = await this.merges.notByMail(cases.map(({ id }) => id));
    if (other !== undefined) throw new ProblemError('merge.email-only', { caseId: other });
    const customers = new Set(cases.map(({ customerId }) => customerId));
    if (customers.size > 1 && !differentCustomers) throw new ProblemError('merge.customers-differ');
  }

  /** Takes one case into another; returns the other one as it is then. */
  private async take(actor: Actor, { source, into }: { source: LockedCase; into: LockedCase }): Promise<LockedCase> {
    const at = this.clock.now();
    const gained = source.labelIds.filter((id) => !into.labelIds.includes(id));
    const moving = await this.interactions.within(source.id);
    const sequence = into.sequence + moving.length + 1;
    const mergeId = await this.merges.begin(
      { sourceId: source.id, targetId: into.id },
      { labelIds: gained, sequence, actor: stampOf(actor), at },
    );
    await this.interactions.move(moving, into.id);
    const household = await this.merges.householdOf(source.id);
    await this.belongings.move({ caseId: source.id, homeIds: household }, into.id);
    await this.interactions.recount([source.id, into.id]);

    await this.close(actor, source, { targetId: into.id, mergeId, at });
    const after = {
      ...into,
      labelIds: [...into.labelIds, ...gained],
      waitingSince: earlier(into.waitingSince, source.waitingSince),
      sequence: sequence - 1,
    };
    return { ...after, sequence: await this.tell(actor, { before: into, after, sourceId: source.id, mergeId, at }) };
  }

  private async close(
    actor: Actor,
    source: LockedCase,
    { targetId, mergeId, at }: { targetId: number; mergeId: number; at: Date },
  ): Promise<void> {
    await this.recordChange.run(actor, source, {
      event: 'case.merged',
      changes: [
        { field: 'status', from: source.status, to: 'closed' },
        { field: 'mergedIntoId', from: null, to: targetId },
      ],
      patch: {
        status: 'closed',
        mergedIntoId: targetId,
        waitingSince: null,
        snoozedAt: null,
        snoozedUntil: null,
        routeStatus: null,
        lockedBy: null,
        lockedUntil: null,
      },
      context: { mergeId },
      at,
    });
  }

  private async tell(
    actor: Actor,
    {
      before,
      after,
      sourceId,
      mergeId,
      at,
    }: { before: LockedCase; after: LockedCase; sourceId: number; mergeId: number; at: Date },
  ): Promise<number> {
    const changes: FieldChange[] = [{ field: 'mergedCaseId', from: null, to: sourceId }];
    if (after.labelIds.length > before.labelIds.length) {
      changes.push({ field: 'labelIds', from: before.labelIds, to: after.labelIds });
    }
    return this.recordChange.run(actor, after, {
      event: 'case.merged',
      changes,
      patch: {
        labelIds: after.labelIds,
        waitingSince: after.waitingSince,
        excerpt: await this.interactions.excerptOf(after.id),
      },
      context: { mergeId },
      at,
    });
  }
}

/** The earlier of two times; null is no time. */
export function earlier(one: Date | null, other: Date | null): Date | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}

import { Injectable } from '@nestjs/common';
import type { Actor, FieldChange, UpdateCase as Wanted } from '@bureau/contracts';
import { decideCaseUpdate, nameCaseUpdate, type CaseUpdateDecision } from '@bureau/domain';
import { Clock, ProblemError, Transactional } from '@bureau/platform';
import { UserRepository } from '@bureau/identity';
import { CaseRepository, type LockedCase, type LockOptions } from './case.repository.ts';
import { withUniqueExternalId } from './external-id.ts';
import { RecordCaseChange } from './record-case-change.ts';
import { closedProblem } from './refuse-closed.ts';
import { ResolveCaseWish } from './resolve-case-wish.ts';

/** Changes fields of a case and tells the history field by field. A change to the present value is none. */
@Injectable()
export class UpdateCase {
  constructor(
    private readonly cases: CaseRepository,
    private readonly users: UserRepository,
    private readonly resolveWish: ResolveCaseWish,
    private readonly recordChange: RecordCaseChange,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns what changed, field by field. Throws case.not-found, case.closed, case.merged, case.locked, case.transition,
   * request.precondition-failed, and request.invalid naming the field.
   */
  @Transactional()
  async run(actor: Actor, caseId: number, wanted: Wanted, options: LockOptions = {}): Promise<FieldChange[]> {
    const at = this.clock.now();
    const supportCase = await this.cases.lockOrThrow(actor, caseId, options);
    const { wish, fields } = await this.resolveWish.run(actor, wanted);
    const { changes, patch } = agreed(supportCase, decideCaseUpdate(supportCase, wish, { at, fields }));
    if (changes.length === 0) return changes;

    const reason = await this.blindness(patch.assigneeId ?? null, patch.brandId ?? supportCase.brandId);
    const event = nameCaseUpdate(changes);
    const { suppressRules } = wanted;
    await withUniqueExternalId(() =>
      this.recordChange.run(actor, supportCase, { event, changes, patch, reason, suppressRules, at }),
    );
    return changes;
  }

  /** Why the new assignee cannot see the case, for everybody to read in the history; null when he can. */
  private async blindness(assigneeId: number | null, brandId: number): Promise<string | null> {
    const assignee = assigneeId === null ? undefined : await this.users.actor(assigneeId);
    const blind = assignee && assignee.access.brandIds?.includes(brandId) === false;
    return blind ? `${assignee.name} does not serve this brand and cannot see the case.` : null;
  }
}

/** What was decided; throws the problem that stands against it. */
export function agreed(
  supportCase: Pick<LockedCase, 'mergedIntoId'>,
  decision: CaseUpdateDecision,
): Exclude<CaseUpdateDecision, { problem: unknown }> {
  if (!('problem' in decision)) return decision;
  const { problem, errors } = decision;
  if (problem === 'case.merged') throw closedProblem(supportCase);
  throw new ProblemError(problem, errors.length === 0 ? {} : { errors });
}

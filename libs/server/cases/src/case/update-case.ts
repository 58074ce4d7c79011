import { Injectable } from '@nestjs/common';
import type { Actor, FieldChange, UpdateCase as Changes } from '@bureau/contracts';
import { statusAfter } from '@bureau/domain';
import { ProblemError, Transactional } from '@bureau/platform';
import { UserRepository } from '@bureau/identity';
import type { CasePatch } from './case-patch.ts';
import { CaseRepository, type LockedCase } from './case.repository.ts';
import { RecordCaseChange } from './record-case-change.ts';

/** Changes fields of a case and tells the history field by field. A change to the present value is none. */
@Injectable()
export class UpdateCase {
  constructor(
    private readonly cases: CaseRepository,
    private readonly users: UserRepository,
    private readonly recordChange: RecordCaseChange,
  ) {}

  /** Throws case.not-found, case.closed, case.transition, user.not-found, group.not-found, request.precondition-failed. */
  @Transactional()
  async run(
    actor: Actor,
    caseId: number,
    wanted: Changes,
    { ifMatch }: { ifMatch?: string | null } = {},
  ): Promise<void> {
    const supportCase = await this.cases.lockOrThrow(actor, caseId, { ifMatch });
    const changes = changesOf(supportCase, wanted);
    if (changes.length === 0) return;
    await this.check(supportCase, wanted);

    const patch: CasePatch = { ...wanted, ...(endsWaiting(wanted) ? { waitingSince: null } : {}) };
    await this.recordChange.run(actor, supportCase, { event: 'case.updated', changes, patch });
  }

  private async check(supportCase: LockedCase, { status, assigneeId, groupId }: Changes): Promise<void> {
    if (supportCase.status === 'closed') throw new ProblemError('case.closed');
    if (status !== undefined && statusAfter(supportCase.status, { set: status }) === null) {
      throw new ProblemError('case.transition');
    }
    if (assigneeId && !(await this.users.findActive(assigneeId))) throw new ProblemError('user.not-found');
    if (groupId && !(await this.users.groupExists(groupId))) throw new ProblemError('group.not-found');
  }
}

function changesOf(supportCase: LockedCase, wanted: Changes): FieldChange[] {
  const fields = ['status', 'assigneeId', 'groupId', 'priority', 'subject'] as const;
  return fields
    .filter((field) => wanted[field] !== undefined && wanted[field] !== supportCase[field])
    .map((field) => ({ field, from: supportCase[field], to: wanted[field] }));
}

function endsWaiting({ status }: Changes): boolean {
  return status === 'pending' || status === 'resolved' || status === 'closed';
}

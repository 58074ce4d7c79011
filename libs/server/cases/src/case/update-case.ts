import { Injectable } from '@nestjs/common';
import { stampOf, type Actor, type FieldChange, type UpdateCase as Changes } from '@bureau/contracts';
import { statusAfter } from '@bureau/domain';
import { Clock, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { UserRepository } from '@bureau/identity';
import { CaseRepository, type CasePatch, type LockedCase } from './case.repository.ts';

/** Changes fields of a case and tells the history field by field. A change to the present value is none. */
@Injectable()
export class UpdateCase {
  constructor(
    private readonly cases: CaseRepository,
    private readonly users: UserRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Throws case.not-found, case.closed, case.transition, user.not-found, group.not-found. */
  @Transactional()
  async run(actor: Actor, caseId: number, wanted: Changes): Promise<void> {
    const supportCase = await this.cases.lock(caseId);
    if (!supportCase) throw new ProblemError('case.not-found');
    const changes = changesOf(supportCase, wanted);
    if (changes.length === 0) return;
    await this.check(supportCase, wanted);

    const at = this.clock.now();
    const patch: CasePatch = { ...wanted, ...(endsWaiting(wanted) ? { waitingSince: null } : {}) };
    await this.cases.patch(caseId, patch, { items: 1, at });
    const sequence = supportCase.sequence + 1;
    await this.cases.tell(caseId, {
      sequence,
      event: 'case.updated',
      actor: stampOf(actor),
      changes,
      reason: null,
      at,
    });
    await this.outbox.add('case.updated', { caseId, sequence, actor: stampOf(actor), changes });
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

import { Injectable } from '@nestjs/common';
import { LOCK_MINUTES, permits, userIdOf, type Actor, type CaseLock, type CaseStatus } from '@bureau/contracts';
import { statusAfter } from '@bureau/domain';
import { Clock, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { CaseRepository, type LockedCase } from '../case/case.repository.ts';
import { RecordCaseChange } from '../case/record-case-change.ts';
import { closedProblem } from '../case/refuse-closed.ts';

export interface TakenCase {
  lock: CaseLock;
  status: CaseStatus;
  sequence: number;
}

/**
 * Desk's soft lock: whoever begins to edit a case has it until ten minutes after the latest word, and colleagues at the
 * console only read it meanwhile. Taking a new case opens it (product.md 3.1).
 */
@Injectable()
export class TakeCase {
  constructor(
    private readonly cases: CaseRepository,
    private readonly recordChange: RecordCaseChange,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Throws case.not-found, case.closed, case.merged, case.locked, permission.denied (who may not take over). */
  @Transactional()
  async run(actor: Actor, caseId: number, { takeOver }: { takeOver: boolean }): Promise<TakenCase> {
    const userId = userIdOf(actor);
    if (userId === undefined) throw new ProblemError('permission.denied');
    const supportCase = await this.cases.lockOrThrow(actor, caseId, { heedsLock: !takeOver });
    const status = statusAfter(supportCase.status, 'agent-opens');
    if (status === null) throw closedProblem(supportCase);

    const at = this.clock.now();
    const until = new Date(at.getTime() + LOCK_MINUTES * 60_000);
    const lock = { user: { id: userId, name: actor.name }, until: until.toISOString() };
    const holder = holderOf(supportCase, at);
    if (holder === userId) {
      await this.cases.patch(caseId, { lockedUntil: until }, { items: 0, at });
      return { lock, status: supportCase.status, sequence: supportCase.sequence };
    }
    if (holder !== null && !permits(actor, 'cases:take-over')) throw new ProblemError('permission.denied');

    const sequence = await this.take(actor, supportCase, { userId, until, holder, status, at });
    await this.outbox.add('case.lock-changed', { caseId, userId });
    return { lock, status, sequence };
  }

  /** Opening and taking over are told in the history; the lock itself changes nothing of the case. */
  private async take(
    actor: Actor,
    supportCase: LockedCase,
    {
      userId,
      until,
      holder,
      status,
      at,
    }: { userId: number; until: Date; holder: number | null; status: CaseStatus; at: Date },
  ): Promise<number> {
    const patch = { lockedBy: userId, lockedUntil: until, workedAt: at, routeStatus: 'active' as const };
    const opened = status !== supportCase.status;
    if (!opened && holder === null) {
      await this.cases.patch(supportCase.id, patch, { items: 0, at });
      return supportCase.sequence;
    }
    return this.recordChange.run(actor, supportCase, {
      event: holder === null ? 'case.updated' : 'case.taken-over',
      changes: [
        ...(opened ? [{ field: 'status', from: supportCase.status, to: status }] : []),
        ...(holder === null ? [] : [{ field: 'lockedBy', from: holder, to: userId }]),
      ],
      patch: { ...patch, ...(opened ? { status } : {}) },
      at,
    });
  }
}

/** Who has the case at this time; null when nobody. */
export function holderOf({ lockedBy, lockedUntil }: LockedCase, at: Date): number | null {
  return lockedUntil !== null && lockedUntil > at ? lockedBy : null;
}

import { Injectable } from '@nestjs/common';
import { LOCK_HOURS_AT_MOST, LOCK_MINUTES, permits, userIdOf, type Actor } from '@bureau/contracts';
import { UserRepository } from '@bureau/identity';
import { Clock, InvalidInput, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { CaseRepository, type LockedCase } from '../case/case.repository.ts';
import { refuseClosed } from '../case/refuse-closed.ts';
import { holderOf } from './take-case.ts';

/** Who is to have a case, and until when; null: for as long as somebody at the console has it who says nothing. */
interface Hold {
  userId: number;
  until: Date | null;
}

/** Locks a case for as long as a program says, and unlocks it; unlike taking it, that changes nothing else of the case. */
@Injectable()
export class HoldCase {
  constructor(
    private readonly cases: CaseRepository,
    private readonly users: UserRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * For oneself, or with `cases:take-over` for a colleague. Throws case.not-found, case.closed, case.merged, case.locked
   * while somebody else has it, permission.denied, and request.invalid naming `lockedUntil` or `lockedBy`.
   */
  @Transactional()
  async hold(actor: Actor, caseId: number, wanted: Hold): Promise<void> {
    const supportCase = await this.cases.lockOrThrow(actor, caseId);
    refuseClosed(supportCase);
    const until = this.endOf(wanted);
    await this.checkHolder(actor, wanted.userId);
    const holder = holderOf(supportCase, this.clock.now());
    if (holder !== wanted.userId) await this.cases.heedLock(actor, supportCase);
    await this.change(supportCase, { lockedBy: wanted.userId, lockedUntil: until });
  }

  /** One's own lock, or with `cases:take-over` anybody's. Throws case.not-found, case.locked. */
  @Transactional()
  async free(actor: Actor, caseId: number): Promise<void> {
    const supportCase = await this.cases.lockOrThrow(actor, caseId);
    if (supportCase.lockedBy === null) return;
    if (!permits(actor, 'cases:take-over')) await this.cases.heedLock(actor, supportCase);
    await this.change(supportCase, { lockedBy: null, lockedUntil: null });
  }

  private endOf({ until }: Hold): Date {
    const at = this.clock.now().getTime();
    if (until === null) return new Date(at + LOCK_MINUTES * 60_000);
    if (until.getTime() <= at) throw new InvalidInput([{ path: 'lockedUntil', message: 'Name a time to come.' }]);
    return new Date(Math.min(until.getTime(), at + LOCK_HOURS_AT_MOST * 3_600_000));
  }

  private async checkHolder(actor: Actor, userId: number): Promise<void> {
    if (userId === userIdOf(actor)) return;
    if (!permits(actor, 'cases:take-over')) throw new ProblemError('permission.denied');
    if (await this.users.actor(userId)) return;
    throw new InvalidInput([{ path: 'lockedBy', message: 'Nobody with this number works here.' }]);
  }

  private async change(
    { id, routeStatus, assigneeId }: LockedCase,
    lock: { lockedBy: number | null; lockedUntil: Date | null },
  ): Promise<void> {
    const isLeft = lock.lockedBy === null && routeStatus === 'active';
    const next = assigneeId === null ? 'available' : 'assigned';
    await this.cases.patch(
      id,
      { ...lock, ...(isLeft ? { routeStatus: next } : {}) },
      { items: 0, at: this.clock.now() },
    );
    await this.outbox.add('case.lock-changed', { caseId: id, userId: lock.lockedBy });
  }
}

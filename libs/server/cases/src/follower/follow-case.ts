import { Injectable } from '@nestjs/common';
import { permits, userIdOf, type Actor } from '@bureau/contracts';
import { UserRepository } from '@bureau/identity';
import { InvalidInput, ProblemError, Transactional } from '@bureau/platform';
import { CaseRepository } from '../case/case.repository.ts';
import { RecordCaseChange } from '../case/record-case-change.ts';
import { FollowerRepository } from './follower.repository.ts';
import { refuseClosed } from '../case/refuse-closed.ts';

/** Adds somebody to those who hear of a case, or takes him off. Oneself freely; a colleague by who may change cases. */
@Injectable()
export class FollowCase {
  constructor(
    private readonly cases: CaseRepository,
    private readonly followers: FollowerRepository,
    private readonly users: UserRepository,
    private readonly recordChange: RecordCaseChange,
  ) {}

  /**
   * False: follows it already. Throws case.not-found, case.closed, case.merged, permission.denied, and request.invalid for a
   * colleague who may not see the case.
   */
  @Transactional()
  async add(actor: Actor, { caseId, userId }: { caseId: number; userId: number }): Promise<boolean> {
    const supportCase = await this.begin(actor, { caseId, userId });
    const follower = await this.users.actor(userId);
    if (!follower || !(await this.cases.isVisible(follower, caseId))) {
      const message = `${follower?.name ?? 'Somebody who does not work here'} may not see this case.`;
      throw new InvalidInput([{ path: 'params.userId', message }]);
    }
    if (!(await this.followers.add(caseId, userId))) return false;
    const changes = [{ field: 'followerIds', from: null, to: userId }];
    await this.recordChange.run(actor, supportCase, { event: 'case.followed', changes, patch: {} });
    return true;
  }

  /** Throws case.not-found, case.closed, case.merged, permission.denied. */
  @Transactional()
  async remove(actor: Actor, { caseId, userId }: { caseId: number; userId: number }): Promise<void> {
    const supportCase = await this.begin(actor, { caseId, userId });
    if (!(await this.followers.remove(caseId, userId))) return;
    const changes = [{ field: 'followerIds', from: userId, to: null }];
    await this.recordChange.run(actor, supportCase, { event: 'case.unfollowed', changes, patch: {} });
  }

  private async begin(actor: Actor, { caseId, userId }: { caseId: number; userId: number }) {
    const supportCase = await this.cases.lockOrThrow(actor, caseId);
    if (userId !== userIdOf(actor) && !permits(actor, 'cases:update')) throw new ProblemError('permission.denied');
    refuseClosed(supportCase);
    return supportCase;
  }
}

import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor } from '@bureau/contracts';
import { Database, Outbox, ProblemError, statement, Transactional } from '@bureau/platform';
import { CaseRepository } from '../case/case.repository.ts';

const FREE = statement(
  'cases.free',
  `UPDATE cases SET locked_by = NULL, locked_until = NULL,
     route_status = CASE WHEN route_status = 'active' THEN CASE WHEN assignee_id IS NULL THEN 'available' ELSE 'assigned' END
                    ELSE route_status END
   WHERE locked_by = $1 AND ($2::bigint IS NULL OR id = $2) RETURNING id`,
);

/** Lets go of cases that somebody had taken. */
@Injectable()
export class FreeCases {
  constructor(
    private readonly cases: CaseRepository,
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** One's own lock on a case; a colleague's stays. Throws case.not-found. */
  @Transactional()
  async run(actor: Actor, caseId: number): Promise<void> {
    const userId = userIdOf(actor);
    if (userId === undefined || !(await this.cases.isVisible(actor, caseId))) throw new ProblemError('case.not-found');
    await this.free(userId, caseId);
  }

  /** Everything that somebody has, when he leaves. */
  @Transactional()
  async freeAll(userId: number): Promise<void> {
    await this.free(userId, null);
  }

  private async free(userId: number, caseId: number | null): Promise<void> {
    const freed = await this.database.rows<{ id: number }>(FREE, [userId, caseId]);
    for (const { id } of freed) await this.outbox.add('case.lock-changed', { caseId: id, userId: null });
  }
}

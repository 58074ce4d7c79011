import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { Clock, Transactional } from '@bureau/platform';
import { CaseRepository, type LockOptions } from './case.repository.ts';
import { RecordCaseChange } from './record-case-change.ts';
import { refuseClosed } from './refuse-closed.ts';

/** Puts a case into the trash: nothing of it is lost, and it can be taken out again. */
@Injectable()
export class DeleteCase {
  constructor(
    private readonly cases: CaseRepository,
    private readonly recordChange: RecordCaseChange,
    private readonly clock: Clock,
  ) {}

  /** Throws case.not-found, case.closed, case.merged, case.locked, request.precondition-failed. */
  @Transactional()
  async run(actor: Actor, caseId: number, options: LockOptions = {}): Promise<void> {
    const supportCase = await this.cases.lockOrThrow(actor, caseId, options);
    refuseClosed(supportCase);

    const at = this.clock.now();
    await this.recordChange.run(actor, supportCase, {
      event: 'case.deleted',
      changes: [{ field: 'deleted', from: false, to: true }],
      patch: { deletedAt: at, lockedBy: null, lockedUntil: null },
      at,
    });
  }
}

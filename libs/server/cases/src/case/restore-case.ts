import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { Transactional } from '@bureau/platform';
import { CaseRepository } from './case.repository.ts';
import { RecordCaseChange } from './record-case-change.ts';

/** Takes a case out of the trash, as it went in. One that is not there stays as it is. */
@Injectable()
export class RestoreCase {
  constructor(
    private readonly cases: CaseRepository,
    private readonly recordChange: RecordCaseChange,
  ) {}

  /** Throws case.not-found. */
  @Transactional()
  async run(actor: Actor, caseId: number): Promise<void> {
    const supportCase = await this.cases.lockOrThrow(actor, caseId, { deleted: true });
    if (supportCase.deletedAt === null) return;
    await this.recordChange.run(actor, supportCase, {
      event: 'case.restored',
      changes: [{ field: 'deleted', from: true, to: false }],
      patch: { deletedAt: null },
    });
  }
}

import { Injectable } from '@nestjs/common';
import { causeOf, stampOf, type Actor, type EventContext, type FieldChange } from '@bureau/contracts';
import { Clock, Outbox } from '@bureau/platform';
import type { CasePatch } from './case-patch.ts';
import { CaseRepository } from './case.repository.ts';

export interface CaseChange {
  /** What happened: case.updated, case.snoozed, case.merged … */
  event: string;
  /** Field by field, from and to; ids, not names. */
  changes: FieldChange[];
  patch: CasePatch;
  reason?: string | null;
  context?: EventContext;
  /** Business rules are not to run because of this write. */
  suppressRules?: boolean;
  at?: Date;
}

/**
 * The end of every write that changes a case: the columns, one line of history and one fact, in the transaction of the
 * verb that holds the lock. Returns the case's new sequence.
 */
@Injectable()
export class RecordCaseChange {
  constructor(
    private readonly cases: CaseRepository,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(
    actor: Actor,
    { id, sequence: before }: { id: number; sequence: number },
    change: CaseChange,
  ): Promise<number> {
    const { event, changes, patch, reason = null, context = {}, suppressRules = false, at = this.clock.now() } = change;
    const sequence = before + 1;
    await this.cases.patch(id, patch, { items: 1, at });
    await this.cases.tell(id, { sequence, event, actor: stampOf(actor), changes, reason, context, at });
    await this.outbox.add('case.updated', {
      caseId: id,
      sequence,
      actor: stampOf(actor),
      event,
      changes,
      suppressRules,
      ...causeOf(actor),
    });
    return sequence;
  }
}

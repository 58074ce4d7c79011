import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { Clock, Database, JobQueue, Outbox, ProblemError } from '@bureau/platform';
import { IntakeRepository } from './intake.repository.ts';
import { processIntake } from './process-intake.job.ts';
import { ProcessIntake } from './process-intake.ts';
import type { Verdict } from './settle-mail.ts';

/** What people can do with an item that became no message: run it again, accept it, dismiss it. */
@Injectable()
export class RunIntakeAgain {
  constructor(
    private readonly intake: IntakeRepository,
    private readonly processIntake: ProcessIntake,
    private readonly queue: JobQueue,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Throws intake.not-found, intake.settled. */
  async run(intakeId: number): Promise<void> {
    await this.reopen(intakeId, ['failed', 'held', 'suppressed', 'duplicate']);
    // Without the item's own id, which the queue may still know from a moment ago: a person waits for this.
    await this.queue.add(processIntake, { intakeId });
  }

  /** Throws intake.not-found, intake.settled (not held any more), case.not-found (no case is suggested). */
  async accept(intakeId: number, into: 'suggested-case' | 'new-case'): Promise<void> {
    const item = await this.intake.fateOf(intakeId);
    const verdict = verdictOf(into, item?.caseId ?? null);
    await this.reopen(intakeId, ['held']);
    await this.processIntake.run(intakeId, verdict);
  }

  async dismiss(actor: Actor, intakeId: number): Promise<void> {
    await this.database.transaction(async () => {
      const dismissed = await this.database.row<{ caseId: number | null }>(
        `UPDATE intake_items SET fate = 'suppressed', reason = $2, settled_at = $3 WHERE id = $1 AND fate = 'held'
         RETURNING case_id AS "caseId"`,
        [intakeId, `${actor.name} dismissed it.`, this.clock.now()],
      );
      if (!dismissed) throw await this.refusal(intakeId);
      await this.outbox.add('intake.settled', { intakeId, fate: 'suppressed', caseId: dismissed.caseId });
    });
  }

  private async reopen(intakeId: number, from: ('failed' | 'held' | 'suppressed' | 'duplicate')[]): Promise<void> {
    if (!(await this.intake.reopen(intakeId, from))) throw await this.refusal(intakeId);
  }

  private async refusal(intakeId: number): Promise<ProblemError> {
    return new ProblemError((await this.intake.fateOf(intakeId)) ? 'intake.settled' : 'intake.not-found');
  }
}

function verdictOf(into: 'suggested-case' | 'new-case', caseId: number | null): Verdict {
  if (into === 'new-case') return { into };
  if (caseId === null) throw new ProblemError('case.not-found');
  return { into, caseId };
}

import { Injectable } from '@nestjs/common';
import { CaseRepository, RecordCaseChange } from '@bureau/cases';
import type { Actor } from '@bureau/contracts';
import { Clock, ProblemError, Transactional } from '@bureau/platform';
import { FeedbackRepository } from './feedback.repository.ts';

/** Erases what a customer wrote with his rating; the rating stays, and that there were words. */
@Injectable()
export class EraseFeedback {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly cases: CaseRepository,
    private readonly recordChange: RecordCaseChange,
    private readonly clock: Clock,
  ) {}

  /** Throws feedback.not-found. Erasing again changes nothing. */
  @Transactional()
  async run(actor: Actor, feedbackId: number): Promise<void> {
    const caseId = await this.feedback.caseOf(feedbackId);
    const supportCase = caseId === undefined ? undefined : await this.cases.lock(actor, caseId);
    if (!supportCase) throw new ProblemError('feedback.not-found');
    const at = this.clock.now();
    if (!(await this.feedback.erase(feedbackId, at))) return;
    await this.recordChange.run(actor, supportCase, {
      event: 'feedback.erased',
      changes: [],
      patch: {},
      context: { feedbackId },
      at,
    });
  }
}

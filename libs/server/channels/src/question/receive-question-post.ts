import { Inject, Injectable } from '@nestjs/common';
import { BlobStorage, Clock, LOG, ProblemError, type Log } from '@bureau/platform';
import { IntakeRepository } from '../intake/intake.repository.ts';
import { ProcessIntake } from '../intake/process-intake.ts';
import { WebFormRepository } from '../web-form/web-form.repository.ts';
import { QNA, type QuestionPost } from './question-post.ts';
import { QuestionRepository } from './question.repository.ts';

export interface ReceivedQuestionPost {
  brandId: number;
  /** Of the form that was handed out: the same form is taken once, however often it is sent. */
  submissionId: string;
  post: QuestionPost;
}

/** Takes what was posted in public: raw and safe in the ledger first, then it becomes what it becomes. */
@Injectable()
export class ReceiveQuestionPost {
  constructor(
    private readonly storage: BlobStorage,
    private readonly intake: IntakeRepository,
    private readonly forms: WebFormRepository,
    private readonly questions: QuestionRepository,
    private readonly processIntake: ProcessIntake,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Throws mailbox.not-found (nobody could answer), StorageUnavailable. */
  async run({ brandId, submissionId, post }: ReceivedQuestionPost): ReturnType<QuestionRepository['receipt']> {
    const mailboxId = await this.forms.mailboxOf(brandId);
    if (mailboxId === undefined) throw new ProblemError('mailbox.not-found');
    const { sha256, size } = await this.storage.put(Buffer.from(JSON.stringify(post)));
    const intakeId = await this.intake.record({
      ...{ source: QNA, externalId: submissionId, mailboxId, rawSha256: sha256, size },
      receivedAt: this.clock.now(),
      envelope: { from: null, recipients: [], ip: null, helo: null },
    });
    if (intakeId !== undefined) await this.settleNow(intakeId);
    return this.questions.receipt(brandId, submissionId);
  }

  /** What goes wrong from here on is the desk's trouble, not the visitor's: the sweep of the ledger comes back to it. */
  private async settleNow(intakeId: number): Promise<void> {
    try {
      await this.processIntake.run(intakeId);
    } catch (error) {
      this.log.warn({ err: error, intakeId }, 'The post is safe but waits for the sweep.');
    }
  }
}

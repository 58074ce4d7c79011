import { Inject, Injectable } from '@nestjs/common';
import { BlobStorage, Clock, Database, LOG, ProblemError, type Log } from '@bureau/platform';
import { IntakeRepository } from '../intake/intake.repository.ts';
import { ProcessIntake } from '../intake/process-intake.ts';
import { WEB_FORM, type WebPost } from './web-post.ts';
import { WebFormRepository, type PostReceipt } from './web-form.repository.ts';

export interface ReceivedWebPost {
  brandId: number;
  /** Of the form that was handed out: the same form is taken once, however often it is sent. */
  submissionId: string;
  post: WebPost;
}

/**
 * Takes what somebody wrote on a page. It is safe, raw fields, files and ledger row, before anything else happens with it;
 * then it becomes what it becomes at once, so that the page can say the number of the case.
 */
@Injectable()
export class ReceiveWebPost {
  constructor(
    private readonly storage: BlobStorage,
    private readonly intake: IntakeRepository,
    private readonly forms: WebFormRepository,
    private readonly processIntake: ProcessIntake,
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** Throws mailbox.not-found (nobody could answer), StorageUnavailable. */
  async run({ brandId, submissionId, post }: ReceivedWebPost): Promise<PostReceipt> {
    const mailboxId = await this.forms.mailboxOf(brandId);
    if (mailboxId === undefined) throw new ProblemError('mailbox.not-found');
    const { sha256, size } = await this.storage.put(Buffer.from(JSON.stringify(post)));

    const item = {
      ...{ source: WEB_FORM, externalId: submissionId, mailboxId, rawSha256: sha256, size },
      receivedAt: this.clock.now(),
      envelope: { from: null, recipients: [], ip: null, helo: null },
    };
    const intakeId = await this.database.transaction(async () => {
      await this.intake.recordBlobs(post.files);
      return this.intake.record(item);
    });
    if (intakeId !== undefined) await this.settleNow(intakeId);
    return (await this.forms.receipt(brandId, submissionId)) ?? { fate: 'waiting', caseId: null };
  }

  /** What goes wrong from here on is the desk's trouble, not the visitor's: the sweep of the ledger comes back to it. */
  private async settleNow(intakeId: number): Promise<void> {
    try {
      await this.processIntake.run(intakeId);
    } catch (error) {
      this.log.warn({ err: error, intakeId }, 'The form is safe but waits for the sweep.');
    }
  }
}

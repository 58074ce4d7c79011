import { Injectable } from '@nestjs/common';
import type { StoredFile } from '@bureau/cases';
import {
  BlobMissing,
  BlobStorage,
  Clock,
  Database,
  HandlesJob,
  Outbox,
  StorageUnavailable,
  SystemLog,
} from '@bureau/platform';
import { UnreadableMail } from '../email/read/index.ts';
import { IntakeRepository, type TakenItem } from './intake.repository.ts';
import { processIntake } from './process-intake.job.ts';
import { ReadIntake, type ReadMail } from './read-intake.ts';
import { SettleMail, type Verdict } from './settle-mail.ts';
import { QNA } from '../question/question-post.ts';
import { SettleQuestionPost } from '../question/settle-question-post.ts';
import { ProcessSocial } from '../social/in/process-social.ts';
import { SettleWebPost } from '../web-form/settle-web-post.ts';
import { WEB_FORM } from '../web-form/web-post.ts';

/** After so many attempts that failed for reasons of ours, an item is put aside so that it stops costing others. */
const ATTEMPTS_AT_MOST = 10;

/** Takes an item of the ledger through reading, deciding and settling. Every path ends in exactly one fate. */
@Injectable()
export class ProcessIntake {
  constructor(
    private readonly intake: IntakeRepository,
    private readonly readIntake: ReadIntake,
    private readonly settleMail: SettleMail,
    private readonly settleWebPost: SettleWebPost,
    private readonly settleQuestionPost: SettleQuestionPost,
    private readonly processSocial: ProcessSocial,
    private readonly storage: BlobStorage,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly systemLog: SystemLog,
    private readonly clock: Clock,
  ) {}

  @HandlesJob(processIntake)
  async handle({ intakeId }: { intakeId: number }): Promise<void> {
    await this.run(intakeId);
  }

  /** `verdict`: what a person decided about a held item. */
  async run(intakeId: number, verdict?: Verdict): Promise<void> {
    const item = await this.intake.take(intakeId);
    if (!item) return this.processSocial.run(intakeId, verdict);
    try {
      if (item.source === QNA) return await this.settleQuestionPost.run(item, verdict);
      if (item.source === WEB_FORM) return await this.settleWebPost.run(item, verdict);
      const read = await this.readIntake.run(item);
      const files = await this.store(read);
      await this.settleMail.run({ item, read, files, ...(verdict ? { verdict } : {}) });
    } catch (error) {
      if (!isPoison(error, item.attempts)) throw error;
      await this.quarantine(item, error);
    }
  }

  private async store({ mail }: ReadMail): Promise<StoredFile[]> {
    const files: StoredFile[] = [];
    for (const { content, ...attachment } of mail.attachments) {
      const { sha256, size } = await this.storage.put(content);
      const { contentType, contentId, inline } = attachment;
      files.push({ fileName: safeName(attachment.fileName), contentType, size, sha256, contentId, inline });
    }
    await this.intake.recordBlobs(files);
    return files;
  }

  private async quarantine(item: TakenItem, error: unknown): Promise<void> {
    const reason = `It could not be read: ${error instanceof Error ? error.message : String(error)}`;
    const facts = {
      mailMessageId: null,
      contentHash: null,
      fromAddress: item.envelope.from ?? '',
      subject: '',
      sender: null,
      answerTo: null,
      headers: [],
    };
    await this.database.transaction(async () => {
      const settled = await this.intake.settle(item.id, { fate: 'failed', reason }, { facts, at: this.clock.now() });
      if (!settled) return;
      await this.outbox.add('intake.settled', { intakeId: item.id, fate: 'failed', caseId: null });
      await this.systemLog.write({
        level: 'error',
        part: 'intake',
        message: `A ${item.source === WEB_FORM ? 'form' : 'mail'} to ${item.mailboxAddress} could not be read. It is kept as received: open it on the Intake page and run it again.`,
        details: { intakeId: item.id, reason },
      });
    });
  }
}

/** The mail itself is the reason: another attempt would end the same way. Ours is ours, however often it repeats. */
function isPoison(error: unknown, attempts: number): boolean {
  if (error instanceof StorageUnavailable) return false;
  if (error instanceof BlobMissing) return true;
  if (!(error instanceof UnreadableMail)) return attempts >= ATTEMPTS_AT_MOST;
  switch (error.reason) {
    case 'stopped':
      return false;
    case 'timeout':
      // Time also runs out when the machine stands still for a while: once is no proof.
      return attempts > 1;
    default:
      return true;
  }
}

/** A name for people. Storage never uses it as a path. */
function safeName(fileName: string): string {
  return fileName.replaceAll('\0', '').toWellFormed().slice(0, 255) || 'file';
}

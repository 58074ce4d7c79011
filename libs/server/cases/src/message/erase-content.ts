import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor } from '@bureau/contracts';
import { BlobStorage, Clock, ProblemError, Transactional } from '@bureau/platform';
import { CaseRepository, type LockedCase } from '../case/case.repository.ts';
import { RecordCaseChange } from '../case/record-case-change.ts';
import { ErasureRepository, type Erasable } from './erasure.repository.ts';

/** Stands where a mail as received was. */
const ERASED_MAIL = Buffer.from('Subject: Erased\r\n\r\nThe content of this mail was erased.\r\n');

/**
 * Erases what was said, noted or attached: text, HTML, files, and the mail that brought them. Who wrote when, to whom, under
 * which subject and with files of which names stays, and who erased it. Words that others quoted are theirs.
 */
@Injectable()
export class EraseContent {
  constructor(
    private readonly cases: CaseRepository,
    private readonly recordChange: RecordCaseChange,
    private readonly erasures: ErasureRepository,
    private readonly storage: BlobStorage,
    private readonly clock: Clock,
  ) {}

  /** Throws message.not-found, message.under-way. Erasing again changes nothing. */
  async message(actor: Actor, messageId: number): Promise<void> {
    const instead = await this.storage.put(ERASED_MAIL);
    await this.eraseMessage(actor, messageId, instead);
  }

  /** Also what the history kept of it when it was changed. Throws note.not-found. Erasing again changes nothing. */
  @Transactional()
  async note(actor: Actor, noteId: number): Promise<void> {
    const found = await this.erasures.findNote(noteId);
    const supportCase = await this.lock(actor, found);
    if (!supportCase) throw new ProblemError('note.not-found');
    if (found?.erased) return;

    const by = { at: this.clock.now(), userId: userIdOf(actor) ?? null };
    await this.erasures.eraseNote(noteId, by);
    await this.erasures.eraseFiles({ noteId }, by);
    await this.recordChange.run(actor, supportCase, {
      event: 'note.erased',
      changes: [],
      patch: {},
      context: { noteId },
    });
  }

  /** Throws attachment.not-found, message.under-way. Erasing again changes nothing. */
  async attachment(actor: Actor, attachmentId: number): Promise<void> {
    const instead = await this.storage.put(ERASED_MAIL);
    await this.eraseAttachment(actor, attachmentId, instead);
  }

  @Transactional()
  private async eraseMessage(
    actor: Actor,
    messageId: number,
    instead: { sha256: string; size: number },
  ): Promise<void> {
    await this.erasures.holdDelivery({ messageId });
    const found = await this.erasures.findMessage(messageId);
    const supportCase = await this.lock(actor, found);
    if (!found || !supportCase) throw new ProblemError('message.not-found');
    if (found.underWay) throw new ProblemError('message.under-way');
    if (found.erased) return;

    const by = { at: this.clock.now(), userId: userIdOf(actor) ?? null };
    await this.erasures.eraseMessage(messageId, by);
    await this.erasures.eraseFiles({ messageId }, by);
    await this.erasures.eraseRawMail(messageId, { ...by, instead });
    const excerpt = await this.erasures.excerptOf(supportCase.id);
    await this.recordChange.run(actor, supportCase, {
      event: 'message.erased',
      changes: [],
      patch: { excerpt },
      context: { messageId },
    });
  }

  @Transactional()
  private async eraseAttachment(
    actor: Actor,
    attachmentId: number,
    instead: { sha256: string; size: number },
  ): Promise<void> {
    await this.erasures.holdDelivery({ attachmentId });
    const found = await this.erasures.findAttachment(attachmentId);
    const supportCase = await this.lock(actor, found);
    if (!found || !supportCase) throw new ProblemError('attachment.not-found');
    if (found.underWay) throw new ProblemError('message.under-way');
    if (found.erased) return;

    const by = { at: this.clock.now(), userId: userIdOf(actor) ?? null };
    await this.erasures.eraseFiles({ attachmentId }, by);
    if (found.messageId !== null) await this.erasures.eraseRawMail(found.messageId, { ...by, instead });
    await this.recordChange.run(actor, supportCase, {
      event: 'attachment.erased',
      changes: [],
      patch: {},
      context: found.messageId === null ? {} : { messageId: found.messageId },
      reason: found.fileName ?? null,
    });
  }

  /** Also in the trash: what is thrown away is often what must be gone. */
  private async lock(actor: Actor, found: Erasable | undefined): Promise<LockedCase | undefined> {
    return found && this.cases.lock(actor, found.caseId, { deleted: true });
  }
}

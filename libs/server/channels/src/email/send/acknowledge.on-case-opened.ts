import { Injectable } from '@nestjs/common';
import { CaseRepository, OutboundIdentity, SYSTEM } from '@bureau/cases';
import type { ActorStamp, EventPayload } from '@bureau/contracts';
import { withoutDetail } from '@bureau/domain';
import { Clock, OnEvent, Outbox, SystemLog } from '@bureau/platform';
import { FrameMail } from '../../template/frame-mail.ts';
import { ANSWERS_TO_ALL, ANSWERS_TO_ONE, AutoAnswerRepository, type OpenedByMail } from './auto-answer.repository.ts';

const DESK: ActorStamp = { kind: 'system', id: null, name: 'Automatic acknowledgement' };

/**
 * Tells a customer that their mail has arrived, where the mailbox does so: once for each case, to persons only, with all
 * brakes of RFC 3834 and S6: whom it may go to was decided when the mail was read. It is no agent's answer: the case stays as new and as waiting as it was.
 */
@Injectable()
export class AcknowledgeOnCaseOpened {
  constructor(
    private readonly answers: AutoAnswerRepository,
    private readonly cases: CaseRepository,
    private readonly identity: OutboundIdentity,
    private readonly frames: FrameMail,
    private readonly systemLog: SystemLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @OnEvent('case.opened', 'acknowledge')
  async opened({ caseId, messageId, intakeId }: EventPayload<'case.opened'>): Promise<void> {
    if (intakeId === null) return;
    const opened = await this.answers.findOpened(messageId);
    if (!opened || opened.verdict === 'failed') return;
    const to = opened.answerTo;
    // A flood is not to queue at the lock.
    if ((await this.answers.counts('', this.clock.now())).all >= ANSWERS_TO_ALL) return;
    if (!(await this.mayStillAnswer(to))) return;
    await this.answer({ caseId, to, opened });
  }

  /** Counts under a lock, so that a flood that many workers handle at once gets no more than its share. */
  private async mayStillAnswer(to: string): Promise<boolean> {
    await this.answers.lockCounting();
    const { one, all } = await this.answers.counts(withoutDetail(to), this.clock.now());
    if (one >= ANSWERS_TO_ONE || all >= ANSWERS_TO_ALL) return false;
    if (one + 1 === ANSWERS_TO_ONE || all + 1 === ANSWERS_TO_ALL) await this.tellOfTheBrake(to, one + 1);
    return true;
  }

  private async tellOfTheBrake(address: string, one: number): Promise<void> {
    const message =
      one === ANSWERS_TO_ONE
        ? `${address} opened ${ANSWERS_TO_ONE} cases in an hour and gets no further acknowledgement for now. Their mails still become cases.`
        : `The desk sent ${ANSWERS_TO_ALL} acknowledgements in an hour and sends no more for now. Mails still become cases.`;
    await this.systemLog.write({ level: 'warning', part: 'acknowledgement', message, details: { address } });
  }

  private async answer({ caseId, to, opened }: { caseId: number; to: string; opened: OpenedByMail }): Promise<void> {
    const supportCase = await this.cases.lock(SYSTEM, caseId);
    if (!supportCase) return;
    const at = this.clock.now();
    const messageId = await this.answers.nextMessageId();
    const sequence = supportCase.sequence + 1;
    const { mailboxAddress } = opened;
    const { subject, text, html, places } = await this.frames.acknowledgement({ caseId, brandId: opened.brandId });
    const { deliveryId } = await this.answers.store({
      subject,
      text,
      html,
      visibleLength: text.slice(0, places.signature?.from).trimEnd().length,
      messageId,
      caseId,
      sequence,
      fromName: opened.mailboxName,
      fromAddress: mailboxAddress,
      to,
      mailMessageId: this.identity.messageIdFor({ caseId, messageId, mailboxAddress }),
      inReplyTo: opened.mailMessageId,
      author: DESK,
      at,
      countedAs: withoutDetail(to),
    });
    await this.cases.patch(caseId, { outbound: 1 }, { items: 1, at });
    await this.outbox.add('message.replied', { caseId, messageId, deliveryId, sequence, actor: DESK });
  }
}

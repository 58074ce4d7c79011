import { Injectable } from '@nestjs/common';
import { ACKNOWLEDGEMENT, AnswerAutomatically, AutoAnswerBrakes } from '@bureau/cases';
import type { EventPayload } from '@bureau/contracts';
import { withoutDetail } from '@bureau/domain';
import { Clock, OnEvent } from '@bureau/platform';
import { FrameMail } from '../../template/frame-mail.ts';
import { AcknowledgedMailQueries } from './acknowledged-mail.queries.ts';

const DAY_MS = 86_400_000;

/**
 * Tells a customer that their mail has arrived, where the mailbox does so: once for each case, to persons only, with all
 * brakes of RFC 3834 and S6: whom it may go to was decided when the mail was read.
 */
@Injectable()
export class AcknowledgeOnCaseOpened {
  constructor(
    private readonly mails: AcknowledgedMailQueries,
    private readonly answer: AnswerAutomatically,
    private readonly brakes: AutoAnswerBrakes,
    private readonly frames: FrameMail,
    private readonly clock: Clock,
  ) {}

  @OnEvent('case.opened', 'acknowledge', ({ intakeId }) => intakeId !== null)
  async opened({ caseId, messageId }: EventPayload<'case.opened'>): Promise<void> {
    const mail = await this.mails.findOpened(messageId);
    if (!mail || mail.verdict === 'failed' || (await this.brakes.areClosed())) return;
    if (mail.typed && (await this.hasHeardOfUs(mail.answerTo))) return;
    const { subject, ...words } = await this.frames.acknowledgement({ caseId, brandId: mail.brandId });
    await this.answer.run({
      ...{ caseId, subject, words, mail },
      to: mail.answerTo,
      kind: 'acknowledgement',
      author: ACKNOWLEDGEMENT,
    });
  }

  /** Whoever types the address of somebody else into a form gets him one mail a day at most (S6). */
  private hasHeardOfUs(address: string): Promise<boolean> {
    return this.mails.wasAnswered(withoutDetail(address), new Date(this.clock.now().getTime() - DAY_MS));
  }
}
